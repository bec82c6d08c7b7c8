package gdtrain.run.setting;

import gdtrain.choice.EnumWord;
import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;

/** Values of settings as words: enum constants in lower case, and {@code auto}. */
public final class Words {
  private Words() {}

  /** The value of a setting that takes the constants of an enum. */
  public static <E extends Enum<E>> E constant(
      Class<E> type, Setting<String> setting, SettingValues values) {
    return EnumWord.constant(type, setting, values.get(setting));
  }

  /** A constant; empty for {@code auto}. */
  static <E extends Enum<E>> Optional<E> automatic(Class<E> type, Setting<?> setting, String word) {
    return isAuto(word) ? Optional.empty() : Optional.of(EnumWord.constant(type, setting, word));
  }

  /** Whether the choice is left to the program. */
  public static boolean isAuto(String text) {
    return text.equals(Settings.AUTO);
  }

  /** A number; empty for {@code auto}. */
  static OptionalDouble number(Setting<?> setting, String text, String range) {
    OptionalDouble number = isAuto(text) ? OptionalDouble.empty() : OptionNumber.number(text);
    if (number.isEmpty() && !isAuto(text)) {
      throw new InvalidSetting("%s must be auto or %s, not '%s'".formatted(setting, range, text));
    }
    return number;
  }

  /**
   * A whole number, which may be written as 1e3.
   *
   * @throws NumberFormatException if the text is none
   */
  static BigInteger whole(String text) {
    return OptionNumber.whole(text).orElseThrow(() -> new NumberFormatException(text));
  }

  /** A number as a user would write it, such as 1 or 1e-8, with all its digits. */
  static String text(double number) {
    return Double.toString(number).replaceFirst("[.]0(?=E|$)", "").replace('E', 'e');
  }

  /** A name with blanks for its hyphens; its settings stay as they are. */
  public static String spaced(String choice) {
    int colon = choice.indexOf(':');
    int end = colon < 0 ? choice.length() : colon;
    return choice.substring(0, end).replace('-', ' ') + choice.substring(end);
  }
}
