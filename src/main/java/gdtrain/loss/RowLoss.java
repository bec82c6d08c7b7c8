package gdtrain.loss;

import gdtrain.compute.Kernel;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A loss that is given by its ops before the weights: what every row costs, and its slope. */
interface RowLoss extends Loss {
  /**
   * Prepares them.
   *
   * @param raw read, then overwritten with dloss/draw
   * @param losses of the rows, shape (rows, 1); written
   */
  Kernel rows(INDArray raw, INDArray targets, INDArray losses);

  @Override
  default BlockLoss on(INDArray raw, INDArray targets, INDArray weights) {
    INDArray losses = Vectors.zeros(raw.rows(), 1);
    Kernel rows = rows(raw, targets, losses);
    Kernel weigh = Kernel.times(raw, weights, raw);
    return () -> {
      rows.run();
      weigh.run();
      return Vectors.dot(weights, losses);
    };
  }
}
