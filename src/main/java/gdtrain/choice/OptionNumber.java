package gdtrain.choice;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How numbers are written in options, specs and sweeps:
 *
 * <pre>
 * number = [sign] (digits ["." [digits]] | "." digits) [("e" | "E") [sign] digits]
 * </pre>
 *
 * in the digits 0 to 9, and not beyond what a double holds. Java reads more, such as 1d and 0x1p3.
 */
public final class OptionNumber {
  /** More digits than a double has; to read a million takes seconds. */
  private static final int LONGEST = 400;

  /** More than an integer of any type has. */
  private static final int MOST_DIGITS = 40;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]++[.]?[0-9]*+|[.][0-9]++)(?:[eE][+-]?[0-9]++)?");
  private static final Pattern ZERO = Pattern.compile("[+-]?[0.]+(?:[eE].*)?");

  private OptionNumber() {}

  /** The number; empty if it is none, too large for a double, or so small that it would be 0. */
  public static OptionalDouble number(String text) {
    if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    boolean lost = number == 0 && !ZERO.matcher(text).matches();
    return Double.isInfinite(number) || lost ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  /** The whole number, which may be written as 1e3; empty if it is none. */
  public static Optional<BigInteger> whole(String text) {
    if (number(text).isEmpty()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    boolean few = number.precision() - number.scale() <= MOST_DIGITS; // before they are made
    return number.scale() <= 0 && few ? Optional.of(number.toBigIntegerExact()) : Optional.empty();
  }
}
