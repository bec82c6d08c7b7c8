package gdtrain;

import java.math.BigDecimal;
import java.math.MathContext;

/** The exponential function and its logarithm to 50 digits, by their series. */
public final class Exact {
  private static final MathContext DIGITS = new MathContext(50);
  private static final int HALVINGS = 12;

  private Exact() {}

  /** {@code exp(-x)} for x of 0 to 1000: the series at {@code x / 2^12}, squared 12 times. */
  public static BigDecimal decay(double x) {
    BigDecimal small = new BigDecimal(-x).divide(BigDecimal.valueOf(1 << HALVINGS), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = term;
    for (int n = 1; n < 40; n++) {
      term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  /** {@code log(1 + e) = 2 (s + s^3 / 3 + ...)}, {@code s = e / (2 + e)}, for e of 0 to 1. */
  public static BigDecimal log1p(BigDecimal e) {
    BigDecimal s = e.divide(e.add(BigDecimal.valueOf(2)), DIGITS);
    BigDecimal square = s.multiply(s, DIGITS);
    BigDecimal power = s.multiply(BigDecimal.valueOf(2), DIGITS);
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 1; n < 110; n += 2) {
      sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
      power = power.multiply(square, DIGITS);
    }
    return sum;
  }

  /** How far off a number is, in units of its last place. */
  public static double unitsOff(double number, BigDecimal exact) {
    return new BigDecimal(number)
        .subtract(exact)
        .divide(new BigDecimal(Math.ulp(number)), DIGITS)
        .abs()
        .doubleValue();
  }
}
