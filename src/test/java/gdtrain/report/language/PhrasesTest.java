package gdtrain.report.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasesTest {
  private static final Path FOLDER = Path.of("src/main/resources/gdtrain/report/language");

  /** An argument, or a per cent sign. */
  private static final Pattern ARGUMENT = Pattern.compile("%(?:\\d+\\$[-,.\\d]*[sdf]|%)");

  static List<String> topics() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("[.].*", ""))
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** The arguments of each text of a topic, by key. */
  private static Map<String, List<String>> arguments(String topic, Language language)
      throws IOException {
    Map<String, List<String>> arguments = new TreeMap<>();
    properties(topic, language)
        .forEach(
            (key, text) ->
                arguments.put(
                    key.toString(),
                    ARGUMENT
                        .matcher(text.toString())
                        .results()
                        .map(MatchResult::group)
                        .filter(argument -> !argument.equals("%%"))
                        .distinct()
                        .sorted()
                        .toList()));
    return arguments;
  }

  private static Properties properties(String topic, Language language) throws IOException {
    Properties texts = new Properties();
    String name = topic + "." + language.word() + ".properties";
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name))) {
      texts.load(reader);
    }
    return texts;
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyTextIsThereInBothLanguagesWithTheSameArguments(String topic) throws IOException {
    assertFalse(arguments(topic, Language.EN).isEmpty());
    assertEquals(arguments(topic, Language.EN), arguments(topic, Language.ZH_TW));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyArgumentIsGivenByPosition(String topic) throws IOException {
    for (Language language : Language.values()) {
      properties(topic, language)
          .forEach(
              (key, text) -> {
                String rest = ARGUMENT.matcher(text.toString()).replaceAll("");
                assertFalse(rest.contains("%"), () -> key + ": " + text);
              });
    }
  }

  /** Of two texts with the same key, one would be lost. */
  @ParameterizedTest
  @MethodSource("topics")
  void noKeyIsDefinedTwice(String topic) throws IOException {
    for (Language language : Language.values()) {
      String name = topic + "." + language.word() + ".properties";
      List<String> keys =
          Files.readAllLines(FOLDER.resolve(name)).stream()
              .filter(line -> line.matches("[\\w.-]+=.*"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertEquals(properties(topic, language).size(), keys.size());
      assertEquals(keys.stream().distinct().toList(), keys);
    }
  }

  @Test
  void putsArgumentsWhereTheLanguageHasThem() {
    assertEquals("line 12 of pets.csv", text(Language.EN));
    assertEquals("pets.csv 第 12 行", text(Language.ZH_TW));
  }

  private static String text(Language language) {
    return new Phrases("explain", language).text("line-of", 12, "pets.csv");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThrows(IllegalArgumentException.class, () -> new Phrases("nothing", Language.EN));
    Phrases phrases = new Phrases("explain", Language.EN);
    assertThrows(IllegalArgumentException.class, () -> phrases.text("no-such-key"));
  }
}
