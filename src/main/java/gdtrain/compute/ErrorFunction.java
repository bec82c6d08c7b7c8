package gdtrain.compute;

/**
 * The complementary error function {@code erfc(x) = 2 / sqrt(pi) times the integral of exp(-t^2)
 * from x to infinity}, to some units in the last place.
 *
 * <p>For x of 0 or more {@code (1 + 2x) exp(x^2) erfc(x)} hardly varies: it goes from 1 to 2 /
 * sqrt(pi), and is a short Chebyshev series in {@code t = (x - k) / (x + k)} (Shepherd and
 * Laframboise 1981). The coefficients were calculated with 60 digits from the series and the
 * continued fraction of erfc at the 64 Chebyshev nodes. For others {@code erfc(x) = 2 - erfc(-x)}.
 */
public final class ErrorFunction {
  private static final double K = 3.75;
  private static final double[] COEFFICIENTS = {
    1.1775789345674017, -0.004590054580646478, -0.08424913336651792,
    0.05920993999819189, -0.026658668435305753, 0.009074997670705265,
    -0.002413163540417608, 0.0004907758365258086, -6.916973302501207e-05,
    4.13902798607301e-06, 7.74038306619849e-07, -2.1886401049234397e-07,
    1.076499946567091e-08, 4.521959811218287e-09, -7.754400208831351e-10,
    -6.318088340886684e-11, 2.86879501093067e-11, 1.9455868545777347e-13,
    -9.65469674843344e-13, 3.25254814814874e-14, 3.3478119482868056e-14,
    -1.864562880419313e-15, -1.2507950530688648e-15
  };

  /** From here on erfc is 0 in doubles. */
  private static final double END = 27.3;

  private ErrorFunction() {}

  /** {@code erfc(x)}, from 2 down to 0. */
  public static double erfc(double x) {
    if (x < 0) {
      return 2 - erfc(-x);
    }
    return x < END ? square(x) * series((x - K) / (x + K)) / (1 + 2 * x) : Double.isNaN(x) ? x : 0;
  }

  /**
   * {@code exp(-x^2)}; x^2 is taken in two parts, since exp magnifies what is rounded off. The
   * second, below 0.001, needs four terms of the series of exp.
   */
  private static double square(double x) {
    double front = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & (-1L << 32));
    double d = (front - x) * (front + x);
    return Exponential.exp(-front * front) * (1 + d * (1 + d * (0.5 + d * (1 / 6.0 + d / 24))));
  }

  /** The sum of {@code c[j] T_j(t)}, by Clenshaw's recurrence. */
  private static double series(double t) {
    double next = 0;
    double second = 0;
    for (int j = COEFFICIENTS.length - 1; j > 0; j--) {
      double first = 2 * t * next - second + COEFFICIENTS[j];
      second = next;
      next = first;
    }
    return t * next - second + COEFFICIENTS[0];
  }
}
