package gdtrain.insight;

import java.util.Arrays;

/**
 * Central differences at narrower and narrower steps, extrapolated to step 0 (Richardson). Each
 * extrapolation has an estimate of its error, its distance to those it was made of, and the one
 * with the smallest counts, unless a narrower step contradicts it beyond rounding: then a kink lies
 * between both, and only what is narrower counts.
 */
final class Extrapolation {
  /** Each step over the next. */
  static final double NARROWER = 4;

  /** Rounding makes estimates of errors uncertain by some factor. */
  private static final double CAUTION = 4;

  private double[] row = new double[0];
  private double best = Double.NaN;
  private double error = Double.POSITIVE_INFINITY;

  /** The slope at step 0; not a number while too few steps agree. */
  double slope() {
    return best;
  }

  /** How far the true slope may be from it. */
  double doubt() {
    return CAUTION * error;
  }

  /**
   * Adds the next step.
   *
   * @param difference of the heights, over twice the step
   * @param rounding how far the last digits of the heights may move it
   */
  void add(double difference, double rounding) {
    double[] before = row;
    row = extrapolated(difference, before);
    if (contradicted(rounding)) {
      row = new double[] {difference};
      error = Double.POSITIVE_INFINITY;
      best = Double.NaN;
    }
    for (int m = 1; m < row.length; m++) {
      double changed = Math.max(Math.abs(row[m] - row[m - 1]), Math.abs(row[m] - before[m - 1]));
      double uncertain = Math.max(changed, rounding); // rounding may hide changes
      if (uncertain < error) {
        error = uncertain;
        best = row[m];
      }
    }
  }

  private boolean contradicted(double rounding) {
    double allowed = CAUTION * (error + rounding);
    return row.length > 0 && Arrays.stream(row).allMatch(m -> Math.abs(m - best) > allowed);
  }

  /** A row of the tableau: column m is free of errors up to the power 2m of the step. */
  private static double[] extrapolated(double first, double[] before) {
    if (!Double.isFinite(first)) {
      return new double[0]; // too wide: out of what numbers can hold
    }
    double[] row = new double[before.length + 1];
    row[0] = first;
    double factor = 1;
    for (int m = 1; m < row.length; m++) {
      factor *= NARROWER * NARROWER;
      row[m] = row[m - 1] + (row[m - 1] - before[m - 1]) / (factor - 1);
    }
    return row;
  }
}
