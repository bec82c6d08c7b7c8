package gdtrain.network;

import gdtrain.compute.Kernel;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A linear model, {@code raw = inputs W}: the shape of the parameters, not their values.
 *
 * <p>The flat vector holds W column by column: all weights of the first output, then of the second.
 * An intercept is the weight of an input that is always 1.
 *
 * @param inputs numbers that enter for a row, the constant 1 among them
 * @param outputs raw numbers that leave
 */
public record Network(int inputs, int outputs) {
  /** The length of the flat vector. */
  public int parameters() {
    return inputs * outputs;
  }

  /** The place in the flat vector of the weight of an input for an output. */
  public int index(int input, int output) {
    return output * inputs + input;
  }

  /**
   * Prepares the pass over one block of rows.
   *
   * @param x shape (rows, inputs)
   * @param parameters the flat vector, shape (parameters, 1)
   * @param raw receives the raw output, and then holds the loss's slope, shape (rows, outputs)
   */
  public Kernel forward(INDArray x, INDArray parameters, INDArray raw) {
    return Kernel.multiply(x, weights(parameters), raw);
  }

  /**
   * Prepares the way back: {@code gradient = scale * x' slope}, because {@code draw/dW = x}.
   *
   * @param scale factor of the slope, 1 / total weight of the rows for a mean
   * @param slope dloss/draw, shape (rows, outputs)
   * @param adds whether to add to what the gradient holds, instead of replacing it
   * @param gradient the flat vector of dloss/dparameter
   */
  public Kernel backward(
      double scale, INDArray x, INDArray slope, boolean adds, INDArray gradient) {
    return Kernel.multiplyTransposed(scale, x, slope, adds ? 1 : 0, weights(gradient));
  }

  private INDArray weights(INDArray flat) {
    return flat.reshape('f', inputs, outputs);
  }
}
