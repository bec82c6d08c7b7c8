package gdtrain.loss;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss with its link; it has no state, a run's buffers are in the {@link BlockLoss} it prepares.
 */
public interface Loss {
  /** The name in options, logs and model files. */
  String name();

  /**
   * Prepares the loss of one block of rows. The numbers in the arrays may change from one
   * evaluation to the next.
   *
   * @param raw the network's output, shape (rows, outputs); evaluation overwrites it with the slope
   * @param targets what raw should lead to, shape (rows, outputs)
   * @param weights of the rows, shape (rows, 1), all at least 0
   */
  BlockLoss on(INDArray raw, INDArray targets, INDArray weights);

  /** Turns raw outputs, shape (rows, outputs), into predictions in place. */
  void link(INDArray raw);

  /**
   * The constant raw output with the lowest loss, one number for every output; it is the baseline
   * that any model should beat.
   *
   * @param targetMeans the weighted mean of every target column
   */
  double[] bestConstant(double[] targetMeans);
}
