package gdtrain.insight;

import gdtrain.train.Objective;
import java.util.Arrays;

/**
 * Slopes of a landscape from its heights alone: central differences {@code (f(w + h) - f(w - h)) /
 * 2h} at steps from wide to narrow, extrapolated to step 0 (Richardson; Ridders 1982, "Accurate
 * computation of F'(x) and F'(x) F''(x)").
 *
 * <p>A wide step suffers from curvature, a narrow one from rounding. Each extrapolation has an
 * estimate of its error, its distance to those it was made of, and the one with the smallest
 * counts.
 */
final class Differences {
  private static final int LEVELS = 10;
  private static final double NARROWER = 4;

  /** Rounding makes estimates of errors uncertain by some factor. */
  private static final double CAUTION = 4;

  private final Objective objective;
  private final double[] point;
  private final double[] gradient;
  private final double height;

  /**
   * A slope.
   *
   * @param value dheight/dparameter
   * @param doubt how far the true one, or a slope on one side of a kink, may be from it
   */
  record Slope(double value, double doubt) {}

  /** Measures a point, which is not changed. */
  Differences(Objective objective, double[] point) {
    this.objective = objective;
    this.point = point.clone();
    this.gradient = new double[point.length];
    this.height = objective.lossAndGradient(point, gradient);
  }

  /** The slope along one parameter by backpropagation. */
  double backpropagated(int index) {
    return gradient[index];
  }

  /** The largest of those along some parameters. */
  double largest(int from, int to) {
    return Arrays.stream(gradient, from, to).map(Math::abs).max().orElse(0);
  }

  /**
   * The slope along one parameter.
   *
   * @param index of the parameter
   * @param widest the first step
   * @param close how near the backpropagated slope is near enough to look no further
   */
  Slope slope(int index, double widest, double close) {
    double[] before = new double[0];
    double best = Double.NaN;
    double error = Double.POSITIVE_INFINITY;
    double step = widest;
    for (int level = 0; level < LEVELS; level++, step /= NARROWER) {
      double[] row = extrapolated(central(index, step), before);
      for (int m = 1; m < row.length; m++) {
        double changed = Math.max(Math.abs(row[m] - row[m - 1]), Math.abs(row[m] - before[m - 1]));
        double uncertain = Math.max(changed, Math.ulp(height) / step); // rounding may hide changes
        if (uncertain < error) {
          error = uncertain;
          best = row[m];
        }
      }
      if (Math.abs(best - gradient[index]) <= close) {
        return new Slope(best, CAUTION * error);
      }
      before = row;
    }
    return new Slope(best, Math.max(CAUTION * error, jump(index, step * NARROWER)));
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

  private double central(int index, double step) {
    return (moved(index, step) - moved(index, -step)) / (2 * step);
  }

  /**
   * The difference between the slopes of both sides, if there is a kink at the point: at a narrower
   * step it stays, where curvature makes it smaller in proportion.
   */
  private double jump(int index, double step) {
    double wide = bend(index, step);
    double narrow = bend(index, step / NARROWER);
    return narrow > wide / 2 ? narrow : 0;
  }

  private double bend(int index, double step) {
    return Math.abs(moved(index, step) - height + moved(index, -step) - height) / step;
  }

  private double moved(int index, double step) {
    double here = point[index];
    point[index] = here + step;
    double moved = objective.loss(point);
    point[index] = here;
    return moved;
  }
}
