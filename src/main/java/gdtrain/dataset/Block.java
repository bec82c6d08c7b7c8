package gdtrain.dataset;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Some consecutive rows of a dataset, small enough that a pass over them stays in the cache.
 *
 * @param inputs shape (rows, inputs), row after row; the last input is the constant 1 of the
 *     intercept if there is one
 * @param targets shape (rows, outputs)
 * @param weights shape (rows, 1)
 */
public record Block(INDArray inputs, INDArray targets, INDArray weights) {
  /** The number of rows. */
  public int rows() {
    return inputs.rows();
  }
}
