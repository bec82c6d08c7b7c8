package gdtrain.compute;

/**
 * The exponential function and its relatives, for the plain loops of losses and activations.
 *
 * <p>{@link #decay} and {@link #log1p} take many numbers at a time. Their loops have next to no
 * branches and no calls, and so become vector instructions where Java's second compiler sees them:
 * two to eight times as fast as {@link Math#exp} and {@link Math#log1p}, and no slower where it
 * does not. They are right to two units in the last place. {@link #exp} takes one number and is
 * rounded as well as the C library's: the nearest number in 98 of 100 cases.
 */
public final class Exponential {
  private static final int PARTS = 128;
  private static final int BITS_OF_PARTS = 7;
  private static final int BITS_OF_FRACTION = 52;

  /** Beyond, exp(-x) is no normal number soon: Java's own has to do. */
  private static final double LARGEST = 708;

  /** Added to a number of up to 2^51, it leaves that rounded in its last bits. */
  private static final double ROUND = 0x1.8p52;

  private static final double PARTS_PER_LOG_2 = PARTS / StrictMath.log(2);

  /** ln 2 / PARTS in two numbers, the first with bits to spare: whole multiples of it are exact. */
  private static final double PART = 0x1.62e42feep-1 / PARTS;

  private static final double REST_OF_PART = 0x1.a39ef35793c76p-33 / PARTS;

  /** ln 2 / PARTS cut four bits later, for the smaller rests that {@link #exp} needs. */
  private static final double LONG_PART = 0x1.62e42fefap-8;

  private static final double REST_OF_LONG_PART = 0x1.cf79abc9e3b39p-47;

  /** {@code 2^(j / PARTS)}. */
  private static final double[] POWERS = new double[PARTS];

  /** The doubles nearest to them, which a few of the former miss by one unit. */
  private static final double[] NEAREST = new double[PARTS];

  /** What those leave off: {@code 2^(j / PARTS) = NEAREST[j] (1 + TAILS[j])}. */
  private static final double[] TAILS = new double[PARTS];

  /** The polynomial nearest to the series of exp for |r| of at most ln 2 / 256. */
  private static final double C2 = 0x1.ffffffffffdbdp-2;

  private static final double C3 = 0x1.555555555543cp-3;
  private static final double C4 = 0x1.55555cf172b91p-5;
  private static final double C5 = 0x1.1111167a4d017p-7;

  static {
    for (int j = 0; j < PARTS; j++) {
      POWERS[j] = StrictMath.pow(2, (double) j / PARTS);
      NEAREST[j] = POWERS[j] + POWERS[j] * tail(POWERS[j], j);
      TAILS[j] = tail(NEAREST[j], j);
    }
  }

  private Exponential() {}

  /**
   * {@code exp(x)}:
   *
   * <pre>
   *   x = k / 128 ln 2 + r,   k whole,   |r| at most ln 2 / 256
   *   t = exp(r) - 1 = r + r^2 / 2 + r^3 / 6 + r^4 / 24 + r^5 / 120
   *   exp(x) = 2^(k / 128) + 2^(k / 128) t
   * </pre>
   *
   * <p>The last product is taken in parts, so that nothing is rounded before its sum is.
   */
  public static double exp(double x) {
    if (!(Math.abs(x) <= LARGEST)) { // or NaN
      return Math.exp(x);
    }
    double rounded = x * PARTS_PER_LOG_2 + ROUND;
    long k = Double.doubleToRawLongBits(rounded);
    rounded -= ROUND;
    double r = x - rounded * LONG_PART - rounded * REST_OF_LONG_PART;
    int j = (int) k & (PARTS - 1);
    double r2 = r * r;
    double t = TAILS[j] + r + r2 * (C2 + r * C3) + r2 * r2 * (C4 + r * C5);
    double power = NEAREST[j];
    double powerHigh = high(power);
    double high = high(t);
    double product = powerHigh * high;
    double rest = powerHigh * (t - high) + (power - powerHigh) * t;
    double sum = power + product;
    double exp = sum + (product - (sum - power) + rest);
    long shift = k >> BITS_OF_PARTS << BITS_OF_FRACTION;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(exp) + shift);
  }

  /** The first half of a number's digits: products of two such are exact. */
  private static double high(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & (-1L << 27));
  }

  /** From the power's 128th power, with twice the digits, which misses 2^j by 128 tails. */
  private static double tail(double power, int j) {
    double high = power;
    double low = 0;
    for (int i = 0; i < BITS_OF_PARTS; i++) {
      double square = high * high;
      low = Math.fma(high, high, -square) + 2 * high * low;
      high = square;
    }
    double exact = Math.scalb(1.0, j);
    return (exact - high - low) / exact / PARTS;
  }

  /**
   * {@code log(1 + x)} for x above -1, exact for small x as well: what is rounded off the sum comes
   * back as {@code (x - (sum - 1)) / sum}.
   */
  public static double log1p(double x) {
    double sum = 1 + x;
    return Math.log(sum) + (x - (sum - 1)) / sum;
  }

  /** {@code 1 / (1 + exp(-x))}. */
  public static double sigmoid(double x) {
    return 1 / (1 + exp(-x));
  }

  /**
   * {@code y = exp(-|x|)}, which cannot overflow:
   *
   * <pre>
   *   -|x| = -k / 128 ln 2 + r,   k whole,   |r| at most ln 2 / 256
   *   exp(-|x|) = 2^(-k / 128) + 2^(-k / 128) (r + r^2 / 2 + r^3 / 6 + ...)
   * </pre>
   *
   * <p>Tang 1989, "Table-driven implementation of the exponential function in IEEE floating-point
   * arithmetic".
   *
   * @param y receives them; another array than x
   * @param count how many, from the first
   */
  public static void decay(double[] x, double[] y, int count) {
    for (int i = 0; i < count; i++) {
      double size = Math.abs(x[i]);
      double k = size * PARTS_PER_LOG_2 + ROUND - ROUND;
      double r = k * PART - size + k * REST_OF_PART;
      y[i] = r * (1 + r * (1 / 2. + r * (1 / 6. + r * (1 / 24. + r * (1 / 120.)))));
    }
    for (int i = 0; i < count; i++) {
      double size = Math.abs(x[i]);
      if (size <= LARGEST) {
        long k = Double.doubleToRawLongBits(ROUND - size * PARTS_PER_LOG_2);
        long power = Double.doubleToRawLongBits(POWERS[(int) k & (PARTS - 1)]);
        double scale = Double.longBitsToDouble(power + (k >> BITS_OF_PARTS << BITS_OF_FRACTION));
        y[i] = scale + scale * y[i];
      } else { // or NaN
        y[i] = Math.exp(-size);
      }
    }
  }

  /**
   * {@code 1 / (1 + exp(-x))} from {@code e = exp(-|x|)}; that is {@code e / (1 + e)} for an x
   * below 0.
   */
  public static double sigmoid(double x, double e) {
    double negative = Double.doubleToRawLongBits(x) >>> 63; // 1 or 0: a branch costs more
    return (1 - negative + negative * e) / (1 + e);
  }

  /**
   * {@code y = log(1 + e)} for e of 0 to 1, exact for small e as well:
   *
   * <pre>
   *   s = e / (2 + e),   R = 2 (s^2 / 3 + s^4 / 5 + s^6 / 7 + ...)
   *   log(1 + e) = 2 (s + s^3 / 3 + s^5 / 5 + ...) = s (2 + R) = e - (e^2 / 2 - s (e^2 / 2 + R))
   * </pre>
   *
   * <p>The last form has the least rounding. In the place of the series of R is the polynomial that
   * comes nearest to it for {@code s^2} of 0 to 1/9, off by 1e-17 at most: it has 10 terms where
   * the series needs 16. Its even and odd terms are added apart, so that neither sum waits for the
   * other.
   *
   * @param y receives them; may be e
   * @param count how many, from the first
   */
  public static void log1p(double[] e, double[] y, int count) {
    for (int i = 0; i < count; i++) {
      double s = e[i] / (2 + e[i]);
      double t = s * s;
      double u = t * t;
      double even = 0.1331400728267029 + u * 0.08794866738949667;
      even = 0.6666666666666666 + u * (0.2857142856702906 + u * (0.1818178909298275 + u * even));
      double odd = 0.12002293995427313 + u * 0.16175806908145096;
      odd = 0.4000000000001491 + u * (0.22222222724818763 + u * (0.15385579010258624 + u * odd));
      double half = e[i] * e[i] / 2;
      y[i] = e[i] - (half - s * (half + t * (even + t * odd)));
    }
  }
}
