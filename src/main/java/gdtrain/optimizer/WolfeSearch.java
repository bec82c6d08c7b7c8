package gdtrain.optimizer;

import gdtrain.compute.Vectors;
import java.util.OptionalDouble;

/**
 * A search along a line for a length alpha that meets the strong Wolfe conditions.
 *
 * <pre>
 *   phi(alpha) <= phi(0) + c1 alpha phi'(0)     low enough
 *   |phi'(alpha)| <= c2 |phi'(0)|               flat enough
 * </pre>
 *
 * <p>phi is the objective along the line, phi' its slope. Nocedal and Wright 2006, algorithms 3.5
 * and 3.6 in one loop: until a high end is known, the length grows; then it is the minimum of the
 * cubic through both ends, equation 3.59, kept off them. Heights are compared up to their rounding,
 * since close to the minimum only the slope still tells. A point where objective or slope is not
 * finite is too high.
 */
final class WolfeSearch {
  private static final double C1 = 1e-4;
  private static final double C2 = 0.9;
  private static final double ROUNDING = 8 * Math.ulp(1.0);
  private static final double GROWTH = 4;
  private static final double NEAREST_SHARE = 0.1;
  private static final int MOST_TRIALS = 40;

  /** A point on the line: alpha, phi(alpha) and phi'(alpha). */
  private record LinePoint(double length, double height, double slope) {
    private static final LinePoint UNKNOWN =
        new LinePoint(Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);

    private boolean isFinite() {
      return Double.isFinite(height) && Double.isFinite(slope);
    }
  }

  private final ObjectiveFunction terrain;
  private final Point here;
  private final Point there;
  private final double[] direction;
  private final LinePoint start;
  private final double rounding;

  /**
   * @param here where the line starts, measured; not changed
   * @param there the trial points
   */
  WolfeSearch(ObjectiveFunction terrain, Point here, Point there, double[] direction) {
    this.terrain = terrain;
    this.here = here;
    this.there = there;
    this.direction = direction;
    this.start = new LinePoint(0, here.objective(), Vectors.dot(direction, here.gradient()));
    this.rounding = ROUNDING * Math.abs(here.objective());
  }

  /**
   * The length of the step, whose end is measured; empty if the line does not lead down, or no
   * length of it was found to do so.
   *
   * @param first the length to try first
   */
  OptionalDouble from(double first) {
    if (!(start.slope < 0) || !start.isFinite()) {
      return OptionalDouble.empty();
    }
    LinePoint low = start;
    LinePoint high = LinePoint.UNKNOWN;
    double length = first;
    for (int trials = 0; trials < MOST_TRIALS && length != low.length; trials++) {
      LinePoint at = measured(length);
      if (isTooHigh(at, low)) {
        high = at;
      } else if (Math.abs(at.slope) <= -C2 * start.slope) {
        return OptionalDouble.of(length);
      } else {
        high = at.slope * (high.length - low.length) >= 0 ? low : high;
        low = at;
      }
      length = next(low, high);
    }
    return lowest(low);
  }

  private LinePoint measured(double length) {
    Vectors.copy(here.parameters(), there.parameters());
    Vectors.add(length, direction, there.parameters());
    terrain.measure(there);
    return new LinePoint(length, there.objective(), Vectors.dot(direction, there.gradient()));
  }

  private boolean isTooHigh(LinePoint at, LinePoint low) {
    double enough = start.height + C1 * at.length * start.slope;
    return !at.isFinite() || at.height > Math.min(enough, low.height) + rounding;
  }

  private static double next(LinePoint low, LinePoint high) {
    if (Double.isInfinite(high.length)) {
      return GROWTH * low.length;
    }
    double width = high.length - low.length;
    double share = high.isFinite() ? (cubicMinimum(low, high) - low.length) / width : NEAREST_SHARE;
    boolean usable = Double.isFinite(share);
    double kept = Math.max(NEAREST_SHARE, Math.min(share, 1 - NEAREST_SHARE));
    return low.length + width * (usable ? kept : 0.5);
  }

  private static double cubicMinimum(LinePoint low, LinePoint high) {
    double width = high.length - low.length;
    double d1 = low.slope + high.slope - 3 * (high.height - low.height) / width;
    double d2 = Math.copySign(Math.sqrt(d1 * d1 - low.slope * high.slope), width);
    return high.length - width * (high.slope + d2 - d1) / (high.slope - low.slope + 2 * d2);
  }

  /** Low enough though not flat enough: what is left where no length is both. */
  private OptionalDouble lowest(LinePoint low) {
    return low.height < start.height && Double.isFinite(measured(low.length).height)
        ? OptionalDouble.of(low.length)
        : OptionalDouble.empty();
  }
}
