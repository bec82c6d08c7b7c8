package gdtrain.choice;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants of an enum as a user writes them: in lower case, with hyphens. */
public final class EnumWord {
  private EnumWord() {}

  /** A constant as a word. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of a word.
   *
   * @param origin what has the value, as texts name it
   * @throws InvalidSetting if there is none
   */
  public static <E extends Enum<E>> E constant(Class<E> type, Object origin, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSetting(
                    "%s takes %s, not '%s'"
                        .formatted(
                            origin,
                            Arrays.stream(type.getEnumConstants())
                                .map(EnumWord::of)
                                .collect(Collectors.joining(", ")),
                            word)));
  }
}
