package gdtrain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the text of the main sources must keep to. The exceptions are listed with their counts of
 * today: a count may fall, and an entry without a reason has to go, so that the lists only shrink.
 */
class SourceRulesTest {
  private static final Path MAIN = Path.of("src/main/java/gdtrain");

  private static final int MOST_FILES = 30;

  /** The packages of more files than that. */
  private static final Map<String, Integer> LARGE_PACKAGES = Map.of();

  /** The string literals that name an option, by package, outside of {@code cli}. */
  private static final Map<String, Integer> OPTION_LITERALS = Map.of();

  /** The simple names that more than one top-level class has. */
  private static final Set<String> NAMES_USED_TWICE = Set.of();

  /** A comment, a character, a text block or, as the group, a string. */
  private static final Pattern LEXEME =
      Pattern.compile(
          "//.*|(?s:/\\*.*?\\*/)|'(?:[^'\\\\]|\\\\.[0-7]*)'|(\"\"\"(?s:.*?)\"\"\""
              + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\")");

  /** Variables of CSS are none. */
  private static final Pattern OPTION =
      Pattern.compile("(?<!-)(?<!var\\()--[a-z%](?![a-z0-9%]*:%s)");

  private static List<Path> files;

  @BeforeAll
  static void findFiles() throws IOException {
    try (Stream<Path> found = Files.walk(MAIN)) {
      files = found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The package of a file, without the leading {@code gdtrain}. */
  private static String packageOf(Path file) {
    return MAIN.relativize(file).getParent().toString().replace('/', '.');
  }

  @Test
  void noSimpleNameIsUsedTwice() {
    Map<String, Set<String>> packages =
        files.stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(
                groupingBy(
                    file -> file.getFileName().toString().replace(".java", ""),
                    TreeMap::new,
                    mapping(SourceRulesTest::packageOf, toCollection(TreeSet::new))));
    packages.values().removeIf(names -> names.size() == 1);
    assertEquals(new TreeSet<>(NAMES_USED_TWICE), packages.keySet(), packages::toString);
  }

  @Test
  void noPackageHasTooManyFiles() {
    Map<String, Long> counts =
        files.stream().collect(groupingBy(SourceRulesTest::packageOf, TreeMap::new, counting()));
    counts.values().removeIf(count -> count <= MOST_FILES);
    assertShrinks(LARGE_PACKAGES, counts);
  }

  @Test
  void onlyTheCommandLineNamesOptions() throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    for (Path file : files) {
      String name = packageOf(file);
      if (!name.equals("cli") && !name.startsWith("cli.")) {
        counts.merge(name, optionLiterals(Files.readString(file)), Long::sum);
      }
    }
    counts.values().removeIf(count -> count == 0);
    assertShrinks(OPTION_LITERALS, counts);
  }

  @Test
  void anOptionIsFoundInStringsOnly() {
    assertEquals(2, optionLiterals("f(\"--lr must\", \"a \\\" --%s b\"); // \"--epochs\""));
    assertEquals(1, optionLiterals("/** \"--lr\" */ char c = '\"'; s = \"\"\"\n--seed\"\"\";"));
    assertEquals(0, optionLiterals("f(\"a{fill:var(--paper)}\", \"--paper:%s;--c%d:%s\")"));
    assertEquals(1, optionLiterals("f(\"--lr: %s\")"));
    assertEquals(0, optionLiterals("i--; s = \"------ - -- \" + --length + \"//\" + '\\\\';"));
  }

  private static long optionLiterals(String source) {
    Matcher lexeme = LEXEME.matcher(source);
    return lexeme
        .results()
        .filter(found -> found.group(1) != null && OPTION.matcher(found.group(1)).find())
        .count();
  }

  private static void assertShrinks(Map<String, Integer> listed, Map<String, Long> found) {
    List<String> faults = new ArrayList<>();
    found.forEach(
        (name, count) -> {
          if (count > listed.getOrDefault(name, 0)) {
            faults.add(name + " has " + count + ", not " + listed.getOrDefault(name, 0));
          }
        });
    for (String name : new TreeSet<>(listed.keySet())) {
      if (!found.containsKey(name)) {
        faults.add(name + " keeps to the rule: take it off the list");
      }
    }
    assertEquals(List.of(), faults);
  }
}
