package gdtrain.compute;

/**
 * Numbers whose squares or fourth powers a double cannot hold, brought near 1 by powers of two.
 * That is exact, so that results do not depend on the unit in which a column is measured. Ordinary
 * numbers stay as they are.
 */
public final class Magnitude {
  /** Numbers between 2 to the power of minus this and 2 to the power of this are ordinary. */
  private static final int ORDINARY = 128;

  private Magnitude() {}

  /**
   * The exponent of the power of two that numbers are to be divided by; 0 for ordinary ones, and
   * where all are 0.
   *
   * @param largest absolute value of them
   */
  public static int exponent(double largest) {
    int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
    boolean extreme = largest > 0 && largest < Double.POSITIVE_INFINITY;
    return extreme && Math.abs(exponent) > ORDINARY ? exponent : 0;
  }

  /** That power of two. */
  public static double unit(double largest) {
    return Math.scalb(1.0, exponent(largest));
  }

  /** A figure in a unit; NaN where that is too large for a double, or too small for its digits. */
  public static double figure(double value, int exponent) {
    double figure = Math.scalb(value, exponent);
    boolean small = exponent < 0 && value != 0 && Math.abs(figure) < Double.MIN_NORMAL;
    return small || Double.isInfinite(figure) ? Double.NaN : figure;
  }
}
