package gdtrain.lint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers inside a sentence. */
final class FindingText {
  private FindingText() {}

  /** As a cell holds it: whole numbers without a fraction, others with all their digits. */
  static String cell(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /** With so many significant digits; with an exponent where it is very small or large. */
  static String rounded(double value, int digits) {
    double rounded = round(value, digits);
    double size = Math.abs(rounded);
    return rounded == 0 || (size >= 1e-4 && size < 1e9)
        ? new BigDecimal(Double.toString(rounded)).stripTrailingZeros().toPlainString()
        : Double.toString(rounded).replace(".0E", "E");
  }

  /** What is not finite stays as it is. */
  static double round(double value, int digits) {
    if (!Double.isFinite(value)) {
      return value;
    }
    return new BigDecimal(value)
        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
        .doubleValue();
  }

  /** "98 %"; never 100 for what is less. */
  static String percent(double share) {
    double percent = 100 * share;
    return rounded(percent < 99 ? Math.rint(percent) : Math.floor(percent * 1000) / 1000, 6) + " %";
  }
}
