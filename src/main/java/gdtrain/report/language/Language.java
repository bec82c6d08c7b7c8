package gdtrain.report.language;

import gdtrain.choice.InvalidSetting;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A language that texts for people can be had in. */
public enum Language {
  /** English. */
  EN("en"),
  /** Chinese in traditional characters, as written in Taiwan. */
  ZH_TW("zh-TW");

  private final String word;

  Language(String word) {
    this.word = word;
  }

  /** Its tag, as in BCP 47. */
  public String word() {
    return word;
  }

  /**
   * The language of a word, whose case does not matter.
   *
   * @param origin what has the word, as texts name it
   * @param environment decides if the word is {@code auto}
   * @throws InvalidSetting if there is no such language
   */
  public static Language of(String word, Object origin, Map<String, String> environment) {
    if (word.equals("auto")) {
      return ofLocale(environment);
    }
    return Arrays.stream(values())
        .filter(language -> language.word.equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSetting(
                    "%s takes auto, %s, not '%s'"
                        .formatted(
                            origin,
                            Arrays.stream(values())
                                .map(Language::word)
                                .collect(Collectors.joining(", ")),
                            word)));
  }

  /**
   * The language of the messages of a terminal's programs: that of the first of LC_ALL, LC_MESSAGES
   * and LANG that is set and not empty, as POSIX has it. Traditional Chinese for Taiwan, Hong Kong
   * and Macao, or where the script is said; else English.
   */
  static Language ofLocale(Map<String, String> environment) {
    String locale =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    String name = locale.replaceFirst("[.@].*", "").replace('-', '_').toLowerCase(Locale.ROOT);
    return name.matches("zh_(?:tw|hk|mo|hant.*)") ? ZH_TW : EN;
  }
}
