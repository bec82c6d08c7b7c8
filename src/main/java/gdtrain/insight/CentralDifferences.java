package gdtrain.insight;

import static gdtrain.insight.Extrapolation.NARROWER;

import gdtrain.train.Objective;
import java.util.Arrays;

/**
 * Slopes of a landscape from its heights alone: central differences {@code (f(w + h) - f(w - h)) /
 * 2h} at steps from wide to narrow, extrapolated to step 0 (Ridders 1982, "Accurate computation of
 * F'(x) and F'(x) F''(x)"). A wide step suffers from curvature, a narrow one from rounding.
 */
final class CentralDifferences {
  private static final int LEVELS = 10;

  private final Objective objective;
  private final double[] point;
  private final double[] gradient;
  private final double height;

  /**
   * A slope.
   *
   * @param value dheight/dparameter; not a number if no differences agree
   * @param doubt how far the true one, or a slope on one side of a kink, may be from it
   */
  record Slope(double value, double doubt) {
    /** Whether a slope so far away is wrong for sure. */
    boolean refutes(double distance) {
      return Double.isFinite(value) && !(distance <= doubt);
    }
  }

  /** Measures a point, which is not changed. */
  CentralDifferences(Objective objective, double[] point) {
    this.objective = objective;
    this.point = point.clone();
    this.gradient = new double[point.length];
    this.height = objective.lossAndGradient(point, gradient);
  }

  /** The slope along one parameter by backpropagation. */
  double backpropagated(int index) {
    return gradient[index];
  }

  /** The largest finite one of those along some parameters, without its sign. */
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
   * @param close how near the backpropagated slope is near enough to look no further
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
    double last = Math.max(Math.ulp(height), Math.max(Math.ulp(up), Math.ulp(down)));
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
    return (up - height + down - height) / step;
  }

  private double moved(int index, double to) {
    double here = point[index];
    point[index] = to;
    double moved = objective.loss(point);
    point[index] = here;
    return moved;
  }
}
