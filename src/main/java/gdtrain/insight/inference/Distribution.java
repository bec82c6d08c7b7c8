package gdtrain.insight.inference;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;

/** Tails and quantiles of what statistics are compared with. */
public final class Distribution {
  /** Of a quantile, as a share of it: far below what is shown. */
  private static final double EXACT = 1e-13;

  private Distribution() {}

  /**
   * How likely a statistic is at least this far from 0.
   *
   * @param freedom degrees of freedom of Student's t; infinite for the normal distribution
   */
  static double tails(double statistic, double freedom) {
    double size = Math.abs(statistic);
    if (Double.isNaN(size) || Double.isInfinite(freedom)) {
      return Double.isNaN(size) ? size : Erf.erfc(size / Math.sqrt(2));
    }
    return Double.isInfinite(size)
        ? 0
        : Beta.regularizedBeta(freedom / (freedom + size * size), freedom / 2, 0.5);
  }

  /** How far from 0 a statistic is with this probability at most; as {@link #tails}. */
  public static double quantile(double level, double freedom) {
    double below = (1 + level) / 2;
    return Double.isInfinite(freedom)
        ? new NormalDistribution(null, 0, 1, EXACT).inverseCumulativeProbability(below)
        : new TDistribution(null, freedom, EXACT).inverseCumulativeProbability(below);
  }

  /** How likely an F statistic is at least as large. */
  static double tail(double f, double above, double below) {
    return Double.isInfinite(f)
        ? 0
        : Beta.regularizedBeta(below / (below + above * f), below / 2, above / 2);
  }
}
