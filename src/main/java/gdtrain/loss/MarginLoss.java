package gdtrain.loss;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss of how far sign raw lies below a margin of 1, where sign is -1 for target 0 and +1 for
 * target 1. The prediction is the raw output itself: its sign tells the class.
 */
interface MarginLoss extends RowLoss {
  @Override
  default Targets targets() {
    return Targets.TWO_CLASSES;
  }

  @Override
  default boolean probabilities() {
    return false;
  }

  @Override
  default String rawOutput() {
    return "the side of a class";
  }

  @Override
  default void link(INDArray raw) {
    // identity
  }

  /** {@code signs = 2 targets - 1}. */
  static Kernel signs(INDArray targets, INDArray signs) {
    return Kernel.sequence(
        Pointwise.timesNumber(targets, 2, signs), Pointwise.plusNumber(signs, -1, signs));
  }

  /** {@code signs} as above, {@code raw = 1 - sign raw}. */
  static Kernel shortfall(INDArray raw, INDArray targets, INDArray signs) {
    return Kernel.sequence(
        signs(targets, signs),
        Kernel.times(raw, signs, raw),
        Pointwise.timesNumber(raw, -1, raw),
        Pointwise.plusNumber(raw, 1, raw));
  }

  /** {@code sum w sign / sum w}. */
  static double meanSign(Observations observations) {
    return 2 * Constants.means(observations)[0] - 1;
  }
}
