package gdtrain.run.setting;

import gdtrain.choice.InvalidSetting;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Values of settings as words: enum constants in lower case, and {@code auto}. */
public final class Words {
  /** More than an integer of any type has. */
  private static final int MOST_DIGITS = 40;

  private Words() {}

  /** The value of a setting that takes the constants of an enum. */
  public static <E extends Enum<E>> E constant(
      Class<E> type, Setting<String> setting, SettingValues values) {
    return constant(type, setting, values.get(setting));
  }

  static <E extends Enum<E>> E constant(Class<E> type, Setting<?> setting, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSetting(
                    "%s takes %s, not '%s'"
                        .formatted(
                            setting,
                            Arrays.stream(type.getEnumConstants())
                                .map(Words::word)
                                .collect(Collectors.joining(", ")),
                            word)));
  }

  /** A constant; empty for {@code auto}. */
  static <E extends Enum<E>> Optional<E> automatic(Class<E> type, Setting<?> setting, String word) {
    return isAuto(word) ? Optional.empty() : Optional.of(constant(type, setting, word));
  }

  /** Whether the choice is left to the program. */
  public static boolean isAuto(String text) {
    return text.equals(Settings.AUTO);
  }

  /** A number; empty for {@code auto}. */
  static OptionalDouble number(Setting<?> setting, String text, String range) {
    try {
      return isAuto(text) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new InvalidSetting(
          "%s must be auto or %s, not '%s'".formatted(setting, range, text), e);
    }
  }

  /**
   * A whole number, which may be written as 1e3.
   *
   * @throws NumberFormatException if the text is no number
   * @throws ArithmeticException if it has a fraction
   */
  static BigInteger whole(String text) {
    BigDecimal number = new BigDecimal(text);
    if (number.precision() - number.scale() > MOST_DIGITS) {
      throw new NumberFormatException("too many digits"); // before they are made
    }
    return number.toBigIntegerExact();
  }

  /** A number as a user would write it, such as 1 or 1e-8, with all its digits. */
  static String text(double number) {
    return Double.toString(number).replaceFirst("[.]0(?=E|$)", "").replace('E', 'e');
  }

  /** A constant as a word. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A name with blanks for its hyphens; its settings stay as they are. */
  public static String spaced(String choice) {
    int colon = choice.indexOf(':');
    int end = colon < 0 ? choice.length() : colon;
    return choice.substring(0, end).replace('-', ' ') + choice.substring(end);
  }
}
