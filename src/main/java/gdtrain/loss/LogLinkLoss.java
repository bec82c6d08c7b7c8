package gdtrain.loss;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A loss whose prediction is exp(raw), and lowest among constants at the mean target. */
interface LogLinkLoss extends RowLoss {
  /**
   * Rows of weight 0 get the raw output 0: what exp makes of another may be infinite, and infinity
   * times the weight 0 would be no number.
   */
  @Override
  default BlockLoss on(INDArray raw, INDArray targets, INDArray weights) {
    INDArray counts = Vectors.like(weights);
    Kernel passOver =
        Kernel.sequence(Pointwise.step(weights, counts), Kernel.times(raw, counts, raw));
    BlockLoss rows = RowLoss.super.on(raw, targets, weights);
    return () -> {
      passOver.run();
      return rows.sumAndSlope();
    };
  }

  @Override
  default String rawOutput() {
    return "the logarithm of the number";
  }

  @Override
  default void link(INDArray raw) {
    Pointwise.exp(raw, raw).run();
  }

  @Override
  default double[] bestConstant(Observations observations) {
    return new double[] {Constants.finite(Math.log(Constants.means(observations)[0]))};
  }
}
