package gdtrain.report.picture;

/**
 * How an axis runs from its low end to its high one.
 *
 * @param low the value at its start
 * @param high the value at its end, above {@code low}
 * @param logarithmic whether equal distances are equal ratios; both ends are then above 0
 */
public record Scale(double low, double high, boolean logarithmic) {
  /** A loss that spans two decades is not seen well on a linear axis. */
  private static final double DECADES = 100;

  /** Room beyond the values, as a share of the axis. */
  private static final double ROOM = 0.04;

  /** What differs by less, relatively, is one value: the doubles between would not do for ticks. */
  private static final double CONSTANT = 1e-9;

  /** The values that an axis has to show. */
  public record Extent(double low, double high) {
    /** No values. */
    static final Extent NONE = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    Extent with(double value) {
      return new Extent(Math.min(low, value), Math.max(high, value));
    }

    boolean isEmpty() {
      return low > high;
    }

    /** Whether a logarithmic axis can show them. */
    public boolean isPositive() {
      return low > 0;
    }

    boolean spansDecades() {
      return isPositive() && high / DECADES >= low;
    }
  }

  /**
   * A logarithmic axis with a little room around the values.
   *
   * @param extent of values above 0
   */
  static Scale logarithmic(Extent extent) {
    double low = Math.log10(extent.low);
    double high = Math.log10(extent.high);
    double room = Math.max(ROOM * (high - low), high - low < CONSTANT ? 0.3 : 0);
    return new Scale(
        Math.max(Math.pow(10, low - room), Double.MIN_NORMAL),
        Math.min(Math.pow(10, high + room), Double.MAX_VALUE),
        true);
  }

  /** A linear axis with a little room around the values, from 0 where that is near. */
  static Scale linear(Extent extent) {
    if (extent.isEmpty()) {
      return new Scale(0, 1, false);
    }
    if (isConstant(extent)) {
      double room = Math.max(Math.abs(extent.low) / 10, extent.low == 0 ? 1 : 0);
      return new Scale(bounded(extent.low - room), bounded(extent.high + room), false);
    }
    double room = ROOM * (extent.high / 2 - extent.low / 2) * 2;
    boolean zero = extent.low >= 0 && extent.low <= extent.high / 2;
    return new Scale(zero ? 0 : bounded(extent.low - room), bounded(extent.high + room), false);
  }

  /** An axis whose ends are the values, such as that of the epochs. */
  static Scale exact(Extent extent, boolean logarithmic) {
    if (extent.isEmpty()) {
      return new Scale(logarithmic ? 1 : 0, logarithmic ? 10 : 1, logarithmic);
    }
    if (extent.low < extent.high) {
      return new Scale(extent.low, extent.high, logarithmic);
    }
    double room = logarithmic ? extent.low / 2 : Math.max(0.5, Math.abs(extent.low) * 1e-3);
    return new Scale(extent.low - room, bounded(extent.high + room), logarithmic);
  }

  private static boolean isConstant(Extent extent) {
    double size = Math.max(Math.abs(extent.low), Math.abs(extent.high));
    return extent.high - extent.low <= CONSTANT * size;
  }

  private static double bounded(double value) {
    return Math.max(-Double.MAX_VALUE, Math.min(value, Double.MAX_VALUE));
  }

  /** Where a value is: 0 at the low end, 1 at the high one, and beyond them outside. */
  public double position(double value) {
    if (logarithmic) {
      return (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low));
    }
    double length = high - low;
    return Double.isInfinite(length)
        ? (value / 2 - low / 2) / (high / 2 - low / 2)
        : (value - low) / length;
  }
}
