package gdtrain.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Enum constants as words of the command line: lower case. */
final class Words {
  private Words() {}

  /** The constant of that word; the error names the option and the words it takes. */
  static <E extends Enum<E>> E constant(Class<E> type, String option, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s takes %s, not '%s'".formatted(option, words(type), word)));
  }

  /** Empty for {@code auto}. */
  static <E extends Enum<E>> Optional<E> automatic(Class<E> type, String option, String word) {
    return Automatic.is(word) ? Optional.empty() : Optional.of(constant(type, option, word));
  }

  /** A constant as a word. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Words::word)
        .collect(Collectors.joining(", "));
  }

  /** A name with blanks for its hyphens; its settings stay as they are. */
  static String spaced(String choice) {
    int colon = choice.indexOf(':');
    int end = colon < 0 ? choice.length() : colon;
    return choice.substring(0, end).replace('-', ' ') + choice.substring(end);
  }
}
