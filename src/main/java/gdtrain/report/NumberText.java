package gdtrain.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people: six significant digits, or fewer where many are side by side. */
public final class NumberText {
  private static final int DIGITS = 6;
  private static final int BRIEF = 8;

  private NumberText() {}

  /** Three significant digits, for rough estimates. */
  public static String rough(double value) {
    double rounded =
        Double.isFinite(value)
            ? new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN)).doubleValue()
            : value;
    boolean whole = Math.abs(rounded) >= 1000 && Math.abs(rounded) < 1e7;
    return whole ? "%,d".formatted((long) rounded) : text(rounded);
  }

  /** The number, without an exponent where it is between 0.0001 and 10 million. */
  public static String text(double value) {
    return text(value, DIGITS);
  }

  /**
   * Four significant digits, or three or two where they take more than eight characters without
   * sign.
   */
  public static String brief(double value) {
    String text = text(Math.abs(value), 4);
    text = text.length() > BRIEF ? text(Math.abs(value), 3) : text;
    text = text.length() > BRIEF && text.contains("e") ? text(Math.abs(value), 2) : text;
    return value < 0 ? "-" + text : text;
  }

  /** A share as a percentage. */
  public static String percent(double share) {
    double percents = 100 * share;
    if (percents > 0 && percents < 0.01) {
      return "<0.01 %";
    }
    return (percents >= 0.1 || percents == 0 ? "%.1f %%" : "%.2f %%").formatted(percents);
  }

  private static String text(double value, int digits) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    double size = Math.abs(value);
    return size >= 1e-4 && size < 1e7 ? rounded.toPlainString() : scientific(rounded);
  }

  /** Such as 1.5e-7; from the rounded digits, since a double may print more. */
  private static String scientific(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - number.scale();
    String sign = number.signum() < 0 ? "-" : "";
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return sign + digits.charAt(0) + fraction + "e" + exponent;
  }
}
