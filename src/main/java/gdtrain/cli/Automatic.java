package gdtrain.cli;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Options that take a value, or {@link #WORD} where the program is to choose. */
final class Automatic {
  /** The program's choice. */
  static final String WORD = "auto";

  private Automatic() {}

  /** Whether the choice is left to the program. */
  static boolean is(String text) {
    return text.equals(WORD);
  }

  /** A number; empty for {@link #WORD}. */
  static OptionalDouble number(String option, String text, String range) {
    try {
      return is(text) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s must be auto or %s, not '%s'".formatted(option, range, text), e);
    }
  }

  /** A whole number; empty for {@link #WORD}. */
  static OptionalInt wholeNumber(String option, String text) {
    try {
      return is(text) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s must be auto or a whole number, not '%s'".formatted(option, text), e);
    }
  }
}
