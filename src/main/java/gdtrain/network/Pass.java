package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A {@link Network} bound to the arrays of one block of rows: every op prepared, every buffer
 * allocated.
 */
public final class Pass {
  private final Network network;
  private final INDArray parameters;
  private final INDArray raw;

  /** What enters each layer, shape (rows, in), the last column the constant 1 if there is one. */
  private final List<INDArray> entering = new ArrayList<>();

  private final List<HiddenPass> hidden = new ArrayList<>();
  private final Kernel last;
  private final List<Kernel> back = new ArrayList<>();

  Pass(Network network, INDArray x, INDArray parameters) {
    this.network = network;
    this.parameters = parameters;
    this.raw = Vectors.zeros(x.rows(), network.outputs());
    entering.add(x);
    for (int layer = 0; layer < network.hidden().size(); layer++) {
      HiddenPass pass =
          new HiddenPass(
              network.hidden().get(layer),
              entering.get(layer),
              weights(layer, parameters),
              network.intercepts());
      hidden.add(pass);
      entering.add(pass.leaving());
    }
    int end = network.layers() - 1;
    this.last = Kernel.multiply(entering.get(end), weights(end, parameters), raw);
  }

  /**
   * Prepares the way back, to be run after forward and after raw was overwritten with the slope.
   *
   * <pre>
   *   gradient of W[l] = scale * a' slope[l]            shapes (in, rows) (rows, out)
   *   slope[l - 1]     = (slope[l] W[l]') * f'(sum)     without the row of intercepts
   * </pre>
   *
   * @param scale factor of the slope, 1 / total weight of the rows for a mean
   * @param adds whether to add to what the gradient holds, instead of replacing it
   * @param gradient the flat vector of dloss/dparameter, shape (parameters, 1)
   */
  public Pass withGradient(double scale, boolean adds, INDArray gradient) {
    INDArray slope = raw;
    for (int layer = network.layers() - 1; layer >= 0; layer--) {
      back.add(
          Kernel.multiplyTransposed(
              scale, entering.get(layer), slope, adds ? 1 : 0, weights(layer, gradient)));
      if (layer > 0) {
        HiddenPass before = hidden.get(layer - 1);
        back.add(before.backward(slope, weights(layer, parameters)));
        slope = before.slope();
      }
    }
    return this;
  }

  /** A layer's weights as a view of a flat vector, shape (in, out). */
  private INDArray weights(int layer, INDArray flat) {
    return Vectors.matrix(flat, network.offset(layer), network.in(layer), network.out(layer));
  }

  /** Receives the raw output, and then holds the loss's slope, shape (rows, outputs). */
  public INDArray raw() {
    return raw;
  }

  /** From inputs to raw output. */
  public void forward() {
    for (HiddenPass pass : hidden) {
      pass.forward();
    }
    last.run();
  }

  /** From slope to gradient. */
  public void backward() {
    for (Kernel step : back) {
      step.run();
    }
  }

  /** Draws anew which units are left out, where layers have dropout; before, none is. */
  public void drop(RandomGenerator random) {
    for (HiddenPass pass : hidden) {
      pass.drop(random);
    }
  }
}
