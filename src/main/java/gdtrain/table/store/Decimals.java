package gdtrain.table.store;

/**
 * Numbers with few decimal digits in 4 bytes instead of 8, to the last bit: an integer of 28 bits
 * over a power of ten. As both are exact, the quotient is the double nearest to the decimal, which
 * is what was read (Clinger 1990, "How to read floating point numbers accurately").
 */
public final class Decimals {
  /** The largest exponent of a power of ten that is a double to the last digit. */
  public static final int MOST_EXPONENT = 22;

  /** A code that no number has. */
  static final int NONE = 0x80000001;

  private static final int MISSING = 0x80000000;
  private static final int EXPONENT_BITS = 4;
  private static final int EXPONENT = (1 << EXPONENT_BITS) - 1;
  private static final int LIMIT = 1 << (Integer.SIZE - 1 - EXPONENT_BITS);
  private static final long NEGATIVE_ZERO = Long.MIN_VALUE;

  /** An upper bound, with much to spare, of the rounding error of a product of that size. */
  private static final double ROUNDING = 1e-6;

  /** The powers of ten that are doubles to the last digit, by exponent. */
  private static final double[] POWERS = new double[MOST_EXPONENT + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private Decimals() {}

  /**
   * The double nearest to {@code digits 10^exponent}: one rounding of two exact numbers.
   *
   * @param digits at most 2^53
   * @param exponent from -{@link #MOST_EXPONENT} to {@link #MOST_EXPONENT}
   */
  public static double nearest(long digits, int exponent) {
    return exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
  }

  /**
   * The code of a number, or {@link #NONE} if it has none.
   *
   * @param near the code of a number that may have as many decimals, or 0
   */
  static int code(double number, int near) {
    if (Double.isNaN(number)) {
      return MISSING;
    }
    int usual = near & EXPONENT;
    int code = codeWith(usual, number);
    for (int off = 1; code == NONE && off <= EXPONENT; off++) { // a neighbour has it, mostly
      code = usual + off <= EXPONENT ? codeWith(usual + off, number) : NONE;
      code = code == NONE && usual >= off ? codeWith(usual - off, number) : code;
    }
    return code;
  }

  private static int codeWith(int exponent, double number) {
    double product = number * POWERS[exponent];
    double integer = Math.rint(product);
    boolean exact =
        Math.abs(integer - product) < ROUNDING // most others end here, without the division
            && Math.abs(integer) < LIMIT
            && Double.doubleToRawLongBits(integer / POWERS[exponent])
                == Double.doubleToRawLongBits(number)
            && Double.doubleToRawLongBits(integer) != NEGATIVE_ZERO;
    return exact ? (int) integer << EXPONENT_BITS | exponent : NONE;
  }

  /** The number of a code, NaN for a missing one. */
  static double number(int code) {
    return code == MISSING ? Double.NaN : (code >> EXPONENT_BITS) / POWERS[code & EXPONENT];
  }
}
