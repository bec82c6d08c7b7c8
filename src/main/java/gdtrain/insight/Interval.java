package gdtrain.insight;

import java.util.stream.DoubleStream;

/**
 * An interval of an axis.
 *
 * @param from its lower end
 * @param to its upper end
 */
public record Interval(double from, double to) {
  /** A width that is less than this share of another is rounding. */
  private static final double ROUNDING = 1e-9;

  /** The smallest that contains all values, of which there is at least one. */
  public static Interval of(DoubleStream values) {
    var range = values.summaryStatistics();
    return new Interval(range.getMin(), range.getMax());
  }

  double width() {
    return to - from;
  }

  /**
   * This interval with a margin on both sides. If its width is 0, it takes that of the other axis,
   * or 1.
   *
   * @param share margin over width
   */
  public Interval widened(double share, Interval other) {
    if (width() > ROUNDING * other.width()) {
      return new Interval(from - share * width(), to + share * width());
    }
    double half = (other.width() > 0 ? other.width() : 1) * (0.5 + share);
    return new Interval((from + to) / 2 - half, (from + to) / 2 + half);
  }

  /** One of {@code points} equally spaced values, both ends included. */
  public double value(int index, int points) {
    double share = (double) index / (points - 1);
    return (1 - share) * from + share * to;
  }
}
