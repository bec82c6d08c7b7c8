package gdtrain.loss;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The constant with the lowest focal loss: probabilities p[k] that minimise {@code sum_k share[k]
 * f(p[k])} and sum to 1, where {@code f(p) = -(1 - p)^gamma log p} is convex.
 *
 * <p>At the minimum all {@code -share[k] f'(p[k])} are one number lambda (Lagrange). Each p[k]
 * falls as lambda rises, so both are found by bisection.
 *
 * @param gamma of the focal loss
 */
record FocalConstant(double gamma) {
  /** The raw outputs: one, or one for every class. */
  double[] best(double[] means) {
    if (means.length == 1) {
      double[] p = probabilities(1 - means[0], means[0]);
      return new double[] {Constants.finite(Math.log(p[1]) - Math.log(p[0]))};
    }
    return Arrays.stream(probabilities(means)).map(p -> Constants.finite(Math.log(p))).toArray();
  }

  private double[] probabilities(double... shares) {
    DoubleUnaryOperator missing = lambda -> 1 - Arrays.stream(at(lambda, shares)).sum();
    double high = 1;
    while (missing.applyAsDouble(high) < 0) {
      high *= 2;
    }
    double[] p = at(Constants.crossing(missing, 0, high), shares);
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(share -> share / sum).toArray();
  }

  private double[] at(double lambda, double[] shares) {
    return Arrays.stream(shares)
        .map(s -> s == 0 ? 0 : Constants.crossing(p -> lambda - s * descent(p), 0, 1))
        .toArray();
  }

  /** {@code -f'(p)}. */
  private double descent(double p) {
    double power = Math.pow(1 - p, gamma);
    return power / p - gamma * power / (1 - p) * Math.log(p);
  }
}
