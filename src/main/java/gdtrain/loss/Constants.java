package gdtrain.loss;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The best constant outputs that several losses share. */
final class Constants {
  /** {@code exp(-FAR)} is 0; stands for infinity, whose product with a target of 0 is no number. */
  private static final double FAR = 1000;

  /** So many halvings leave nothing of any range. */
  private static final int MOST_HALVINGS = 100;

  private Constants() {}

  /** {@code sum w y / sum w} of every target column. */
  static double[] means(double[] targets, double[] weights) {
    double[] means = new double[targets.length / weights.length];
    double total = 0;
    for (int row = 0; row < weights.length; row++) {
      total += weights[row];
      for (int k = 0; k < means.length; k++) {
        means[k] += weights[row] * targets[row * means.length + k];
      }
    }
    for (int k = 0; k < means.length; k++) {
      means[k] /= total;
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
  static double location(double[] targets, double[] weights, DoubleUnaryOperator slope) {
    int[] rows = IntStream.range(0, weights.length).filter(row -> weights[row] > 0).toArray();
    DoubleUnaryOperator total =
        c ->
            IntStream.of(rows)
                .mapToDouble(i -> weights[i] * slope.applyAsDouble(c - targets[i]))
                .sum();
    double low = IntStream.of(rows).mapToDouble(i -> targets[i]).min().orElse(0);
    double high = IntStream.of(rows).mapToDouble(i -> targets[i]).max().orElse(0);
    return total.applyAsDouble(low) >= 0 ? low : crossing(total, low, high);
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
