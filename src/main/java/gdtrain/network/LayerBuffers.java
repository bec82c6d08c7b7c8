package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Matrix;
import java.util.random.RandomGenerator;

/** All arrays and ops of a {@link ForwardBackward} but those that touch the inputs. */
final class LayerBuffers {
  private final Network network;
  private final Matrix parameters;
  private final Matrix raw;
  private final HiddenLayerBuffers[] hidden;
  private Kernel forward = Kernel.sequence();
  private Kernel backward = Kernel.sequence();
  private Receiver receiver;

  /** Where the gradient goes, as in {@link ForwardBackward#withGradient}. */
  record Receiver(double scale, boolean adds, Matrix gradient) {
    Kernel product(Matrix entering, Matrix slope, Matrix weights) {
      return Kernel.multiplyTransposed(scale, entering, slope, adds ? 1 : 0, weights);
    }
  }

  LayerBuffers(Network network, int rows, Matrix parameters) {
    this.network = network;
    this.parameters = parameters;
    this.raw = Matrix.zeros(rows, network.outputs());
    this.hidden =
        network.hidden().stream()
            .map(layer -> new HiddenLayerBuffers(layer, rows, network.intercepts()))
            .toArray(HiddenLayerBuffers[]::new);
    for (int layer = 0; layer < hidden.length; layer++) {
      HiddenLayerBuffers pass = hidden[layer];
      Kernel next = Kernel.multiply(pass.leaving(), weights(layer + 1, parameters), sum(layer + 1));
      forward = Kernel.sequence(forward, pass.forward(), next);
    }
  }

  /** From the inputs to the first weighted sums. */
  Kernel enter(Matrix inputs) {
    return Kernel.multiply(inputs, weights(0, parameters), sum(0));
  }

  /** From the first slopes to the gradient of the first weights. */
  Kernel leave(Matrix inputs) {
    return receiver.product(inputs, slope(0), weights(0, receiver.gradient()));
  }

  void prepareBackward(Receiver to) {
    receiver = to;
    backward = Kernel.sequence();
    for (int layer = hidden.length; layer > 0; layer--) {
      HiddenLayerBuffers before = hidden[layer - 1];
      backward =
          Kernel.sequence(
              backward,
              to.product(before.leaving(), slope(layer), weights(layer, to.gradient())),
              before.backward(slope(layer), weights(layer, parameters)));
    }
  }

  /** A layer's weighted sums, shape (rows, out). */
  private Matrix sum(int layer) {
    return layer < hidden.length ? hidden[layer].sum() : raw;
  }

  /** dloss/dsum of a layer, shape (rows, out). */
  private Matrix slope(int layer) {
    return layer < hidden.length ? hidden[layer].slope() : raw;
  }

  /** A layer's weights as a view of a flat vector, shape (in, out). */
  private Matrix weights(int layer, Matrix flat) {
    return flat.part(network.offset(layer), network.in(layer), network.out(layer));
  }

  Matrix raw() {
    return raw;
  }

  /** From the first weighted sums to the raw output. */
  void forward() {
    forward.run();
  }

  /**
   * From the slope of the raw output to those of the first sums, and all gradients but the first.
   */
  void backward() {
    backward.run();
  }

  void drop(RandomGenerator random) {
    for (HiddenLayerBuffers pass : hidden) {
      pass.drop(random);
    }
  }
}
