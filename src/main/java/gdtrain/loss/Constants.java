package gdtrain.loss;

import java.util.function.DoubleUnaryOperator;

/** The best constant outputs that several losses share. */
final class Constants {
  /** {@code exp(-FAR)} is 0; stands for infinity, whose product with a target of 0 is no number. */
  private static final double FAR = 1000;

  /** So many halvings leave nothing of any range. */
  private static final int MOST_HALVINGS = 100;

  private Constants() {}

  /** {@code sum w y / sum w} of every target column. */
  static double[] means(Observations observations) {
    double[] means = new double[observations.outputs()];
    double[] total = {0};
    observations.forEach(
        (targets, at, weight) -> {
          total[0] += weight;
          for (int k = 0; k < means.length; k++) {
            means[k] += weight * targets[at + k];
          }
        });
    for (int k = 0; k < means.length; k++) {
      means[k] /= total[0];
    }
    return means;
  }

  /** A raw output that may be infinite as a number that can be reckoned with. */
  static double finite(double raw) {
    return Math.min(Math.max(raw, -FAR), FAR);
  }

  /** {@code log p - log(1 - p)}. */
  static double logit(double p) {
    return finite(Math.log(p) - Math.log1p(-p));
  }

  /**
   * The c where {@code sum w slope(c - y)} changes its sign, by bisection.
   *
   * @param slope of a convex loss with respect to the residual
   */
  static double location(Observations observations, DoubleUnaryOperator slope) {
    double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    observations.forEach(
        (targets, at, weight) -> {
          range[0] = weight > 0 ? Math.min(range[0], targets[at]) : range[0];
          range[1] = weight > 0 ? Math.max(range[1], targets[at]) : range[1];
        });
    DoubleUnaryOperator total = c -> totalSlope(observations, slope, c);
    return total.applyAsDouble(range[0]) >= 0 ? range[0] : crossing(total, range[0], range[1]);
  }

  private static double totalSlope(
      Observations observations, DoubleUnaryOperator slope, double constant) {
    double[] sum = {0};
    observations.forEach(
        (targets, at, weight) -> sum[0] += weight * slope.applyAsDouble(constant - targets[at]));
    return sum[0];
  }

  /** The smallest number found at which a rising function is not negative. */
  static double crossing(DoubleUnaryOperator rising, double from, double to) {
    double low = from;
    double high = to;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double middle = low / 2 + high / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (rising.applyAsDouble(middle) >= 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
