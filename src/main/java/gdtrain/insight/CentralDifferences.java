package gdtrain.insight;

import gdtrain.train.Objective;
import java.util.Arrays;

/**
 * Slopes of an objective from its values alone: central differences {@code (f(w + h) - f(w - h)) /
 * 2h} at steps from wide to narrow, extrapolated to step 0 (Ridders 1982, "Accurate computation of
 * F'(x) and F'(x) F''(x)"). A wide step suffers from curvature, a narrow one from rounding.
 */
final class CentralDifferences {
  private static final int LEVELS = 10;

  /** Each step over the next. */
  private static final double NARROWER = 4;

  private final Objective objective;
  private final double[] point;
  private final double[] gradient;
  private final double value;

  /**
   * A slope.
   *
   * @param value dobjective/dparameter; NaN if no differences agree
   * @param doubt how far the true slope, or one on one side of a kink, may be from it
   */
  record Slope(double value, double doubt) {
    /** Whether a slope at this distance is certainly wrong. */
    boolean refutes(double distance) {
      return Double.isFinite(value) && !(distance <= doubt);
    }
  }

  /** Differences at a point, which is not changed. */
  CentralDifferences(Objective objective, double[] point) {
    this.objective = objective;
    this.point = point.clone();
    this.gradient = new double[point.length];
    this.value = objective.lossAndGradient(point, gradient);
  }

  /** The slope along one parameter by backpropagation. */
  double backpropagated(int index) {
    return gradient[index];
  }

  /** The largest absolute value of the finite backpropagated slopes along some parameters. */
  double largest(int from, int to) {
    return Arrays.stream(gradient, from, to)
        .map(Math::abs)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  /**
   * The slope along one parameter.
   *
   * @param index of the parameter
   * @param widest the first step
   * @param close at which distance from the backpropagated slope no narrower steps are tried
   */
  Slope slope(int index, double widest, double close) {
    Extrapolation limit = new Extrapolation();
    double step = widest;
    for (int level = 0; level < LEVELS; level++, step /= NARROWER) {
      add(index, step, limit);
      if (Math.abs(limit.slope() - gradient[index]) <= close) {
        return new Slope(limit.slope(), limit.doubt());
      }
    }
    return new Slope(limit.slope(), Math.max(limit.doubt(), jump(index, step * NARROWER)));
  }

  private void add(int index, double step, Extrapolation limit) {
    double above = point[index] + step;
    double below = point[index] - step;
    double up = moved(index, above);
    double down = moved(index, below);
    double last = Math.max(Math.ulp(value), Math.max(Math.ulp(up), Math.ulp(down)));
    limit.add((up - down) / (above - below), last / step);
  }

  /**
   * The difference between the slopes of both sides, if there is a kink at the point: extrapolated
   * to width 0, since curvature makes it smaller in proportion to the step.
   */
  private double jump(int index, double step) {
    return Math.abs(NARROWER * bend(index, step) - bend(index, NARROWER * step)) / (NARROWER - 1);
  }

  private double bend(int index, double step) {
    double up = moved(index, point[index] + step);
    double down = moved(index, point[index] - step);
    return (up - value + down - value) / step;
  }

  private double moved(int index, double to) {
    double here = point[index];
    point[index] = to;
    double moved = objective.loss(point);
    point[index] = here;
    return moved;
  }

  /**
   * Central differences at narrower and narrower steps, extrapolated to step 0 (Richardson). Each
   * extrapolation has an estimate of its error, its distance to those it was made of, and the one
   * with the smallest counts, unless a narrower step contradicts it beyond rounding: then a kink
   * lies between both, and only what is narrower counts.
   */
  private static final class Extrapolation {
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
     * @param difference of the values, over twice the step
     * @param rounding how far the last digits of the values may move it
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
        return new double[0]; // too wide a step: overflow
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
}
