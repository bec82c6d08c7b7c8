package gdtrain.loss;

import gdtrain.compute.Exponential;

/**
 * A loss whose prediction is exp(raw), and lowest among constants at the mean target. Rows of
 * weight 0 are taken at the raw output 0: what exp makes of another may be infinite, and infinity
 * times the weight 0 would be no number.
 */
interface LogLinkLoss extends Loss {
  /** The raw output of a row, or 0 if it has no weight. */
  static double counted(double raw, double weight) {
    return weight > 0 ? raw : 0;
  }

  @Override
  default String rawOutput() {
    return "the logarithm of the number";
  }

  @Override
  default void link(double[] raw, int outputs) {
    for (int i = 0; i < raw.length; i++) {
      raw[i] = Exponential.exp(raw[i]);
    }
  }

  /** At 0 the prediction is 1, however large the targets are, and the curvature that of there. */
  @Override
  default boolean startsAtBestConstant() {
    return true;
  }

  @Override
  default double[] bestConstant(Observations observations) {
    return new double[] {Constants.finite(Math.log(Constants.means(observations)[0]))};
  }
}
