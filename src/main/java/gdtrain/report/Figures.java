package gdtrain.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people: six significant digits. */
public final class Figures {
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private Figures() {}

  /** Three significant digits, for what is only roughly so. */
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
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= 1e-4 && size < 1e7
        ? rounded.toPlainString()
        : Double.toString(rounded.doubleValue()).replace(".0E", "E");
  }
}
