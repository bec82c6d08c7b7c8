package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import gdtrain.report.TextWidth;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gdtrain lesson}: eight screens, whose numbers are those of the commands on them. */
class LessonTest {
  @TempDir Path folder;

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])-?[0-9][0-9,]*(?:[.][0-9]+)?(?:[eE]-?[0-9]+)?");

  /** A line of a picture, and the labels under it. */
  private static final Pattern PICTURE =
      Pattern.compile("(?m)^ *[0-9.e-]* *[\u2502\u2524|+].*$|^ *[\u2514+][\u2500\u252c+-]+\n.*$");

  private static Outcome lesson(String options) {
    return run(("lesson " + options).replace("  ", " ").trim().split(" ")).ok();
  }

  private static List<String> screens(String out) {
    return Arrays.stream(out.split("(?m)(?=\\[[0-9]/8\\] )"))
        .filter(screen -> !screen.isBlank())
        .map(String::stripTrailing)
        .toList();
  }

  private static List<BigDecimal> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(number -> new BigDecimal(number.replace(",", "")))
        .toList();
  }

  /** What the commands of a screen print, on both streams. */
  private static String printed(String screen) {
    StringBuilder printed = new StringBuilder();
    screen
        .lines()
        .filter(line -> line.startsWith("  $ gdtrain "))
        .map(line -> line.substring("  $ gdtrain ".length()).split(" "))
        .map(Cli::run)
        .forEach(outcome -> printed.append(outcome.out().replace(',', ' ')).append(outcome.err()));
    assertFalse(printed.isEmpty(), screen);
    return printed.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--lang en",
        "--lang zh-TW",
        "datasets/mtcars.csv --target mpg",
        "datasets/iris.csv",
        "datasets/penguins.csv --target sex --exclude island"
      })
  void everyNumberIsPrintedByTheCommandsOfItsScreen(String options) {
    List<String> screens = screens(lesson(options + " -q").out());
    assertEquals(8, screens.size());
    for (String screen : screens) {
      List<BigDecimal> printed = numbers(printed(screen));
      String said = PICTURE.matcher(screen).replaceAll("").replaceAll("(?m)^  \\$ .*$", "");
      List<BigDecimal> exact =
          numbers(said).stream().filter(n -> n.stripTrailingZeros().precision() > 2).toList();
      List<BigDecimal> missing =
          exact.stream().filter(n -> printed.stream().noneMatch(p -> isRounded(p, n))).toList();
      assertEquals(List.of(), missing, () -> screen.substring(0, 30));
      assertTrue(exact.size() > 0, screen);
    }
  }

  /** Whether a number is another one in as many digits. */
  private static boolean isRounded(BigDecimal whole, BigDecimal rounded) {
    BigDecimal half =
        rounded.stripTrailingZeros().ulp().movePointLeft(1).multiply(BigDecimal.valueOf(5.001));
    return whole.subtract(rounded).abs().compareTo(half) <= 0;
  }

  @Test
  void bothLanguagesHaveTheSameNumbersAndCommands() {
    String english = lesson("--lang en").out();
    String chinese = lesson("--lang zh-TW").out();
    List<BigDecimal> more = new ArrayList<>(sorted(english));
    sorted(chinese).forEach(more::remove);
    assertEquals(List.of(), more);
    assertTrue(chinese.contains("\u640d\u5931") && chinese.contains("\u53cd\u5411\u50b3\u64ad"));
    assertFalse(chinese.matches("(?s).* (?:the|and|row) .*"), chinese);
  }

  private static List<BigDecimal> sorted(String text) {
    String said = PICTURE.matcher(text).replaceAll("");
    return numbers(said).stream().sorted().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'', en",
    "'', zh-TW",
    "datasets/digits.csv --task classification, en",
    "datasets/mtcars.csv --target mpg, zh-TW"
  })
  void aScreenHasRoomOnATerminalOfTwentyFourLines(String data, String language) {
    String out = lesson(data + " -q --lang " + language).out();
    for (String screen : screens(out)) {
      assertTrue(screen.lines().count() <= 22, screen);
      assertTrue(
          screen.lines().allMatch(line -> line.startsWith("  $ ") || TextWidth.of(line) <= 80),
          screen);
    }
  }

  @Test
  void theCatIsTakenForADog() {
    List<String> screens = screens(lesson("--lang en").out());
    String last = screens.get(7);
    assertTrue(last.startsWith("[8/8] The cat and the dog\n"), last);
    assertTrue(last.contains("66 % dog becomes 40 % dog;\ntruth cat\n"), last);
  }

  @Test
  void aLearnersOwnRowsAreWordedAsTheyAre() {
    List<String> screens = screens(lesson("datasets/rents.csv").out());
    assertTrue(screens.get(0).contains("the model is to predict rent."), screens.get(0));
    assertTrue(
        screens.get(3).replace('\n', ' ').contains("predict the step exactly: from 84.93 to"));
    assertTrue(screens.get(6).contains("the floor of the valley"), screens.get(6));
    assertTrue(screens.get(7).startsWith("[8/8] What a single row asks for\n"), screens.get(7));
    String iris = lesson("datasets/iris.csv -q").out();
    assertTrue(iris.contains("so the valley has no floor"), iris);
    assertTrue(iris.contains("[8/8] A row that is taken for another\n"), iris);
  }

  @Test
  void rowsOnStandardInputDo() throws Exception {
    Outcome outcome = runOn(Cli.bytes("datasets/rents.csv"), "lesson", "-", "-q");
    assertEquals(8, screens(outcome.ok().out()).size());
    assertTrue(outcome.out().contains("  $ gdtrain fit - --lr "), outcome.out());
  }

  @Test
  void enterGoesOnAndQEnds() {
    String all = "";
    List<String> properties = List.of("gdtrain.stdout.columns", "gdtrain.stdin.terminal");
    try {
      properties.forEach(name -> System.setProperty(name, "80"));
      all = runOn("\n\nq\n".getBytes(UTF_8), "lesson", "--lang", "en").ok().out();
      assertEquals(3, screens(all).size(), all);
      assertEquals(3, all.split("\n\nEnter: next   q: end", -1).length - 1, all);
      assertEquals(1, screens(runOn(new byte[0], "lesson").ok().out()).size());
      List<String> whole = screens(runOn("\n".repeat(7).getBytes(UTF_8), "lesson").ok().out());
      assertEquals(8, whole.size());
      String straight = runOn(new byte[0], "lesson", "--no-pause").ok().out();
      assertEquals(8, screens(straight).size());
      assertFalse(straight.contains("Enter"), straight);
    } finally {
      properties.forEach(System::clearProperty);
    }
  }

  @Test
  void theWholeLessonIsAPage() throws Exception {
    Path file = folder.resolve("lesson.html");
    run("lesson", "--html", file.toString(), "--lang", "zh-TW", "-q").ok();
    String page = Files.readString(file);
    assertTrue(page.contains("<html lang=\"zh-TW\">"), page.substring(0, 300));
    assertEquals(8, page.split("<h2>", -1).length - 1);
    assertEquals(3, page.split("<figure", -1).length - 1);
    assertTrue(page.contains("$ gdtrain explain datasets/pets.csv --lr 0.5 --at 10 --row 12"));
    List<BigDecimal> numbers = numbers(page);
    String screens = PICTURE.matcher(lesson("--lang zh-TW").out()).replaceAll("");
    assertTrue(numbers.containsAll(numbers(screens.replaceAll("\\[\\d/8\\]", ""))));
    run("lesson", "--html", file.toString()).fault(ExitCode.USAGE);
  }

  /** What a file names its columns and classes is text, in the terminal and in the page. */
  @Test
  void namesOfTheFileStayText() throws Exception {
    String name = "</pre><img onerror=x>";
    String rows = "\u001b[2J" + name + ",y\n1,<b>\n2,c\n3,<b>\n4,c\n5,c\n6,<b>\n";
    Path file = folder.resolve("named.html");
    byte[] table = rows.getBytes(UTF_8);
    assertFalse(runOn(table, "lesson", "-", "-q").ok().out().contains("\u001b"));
    runOn(table, "lesson", "-", "-q", "--html", file.toString()).ok();
    String page = Files.readString(file);
    assertFalse(page.contains("<img") || page.contains("<b>") || page.contains("\u001b"), page);
    assertTrue(page.contains("&lt;img onerror"), page);
  }

  @Test
  void settingsWithoutEffectAreRefused() {
    assertEquals(
        "--force has no effect without --html", run("lesson", "--force").fault(ExitCode.USAGE));
    assertEquals(
        "--no-pause has no effect with --html",
        run("lesson", "--html", "x.html", "--no-pause").fault(ExitCode.USAGE));
  }

  @Test
  void dataThatTeachNothingAreRefusedInOneSentence() {
    assertEquals(
        "datasets/xor.csv: the gradient is 0 before the first step, there is no way down: no column"
            + " says anything about 'y' by itself",
        run("lesson", "datasets/xor.csv").fault(ExitCode.DATA));
    run("lesson", "no-such.csv").fault(ExitCode.DATA);
    List<String> faults = new ArrayList<>();
    for (String rows : List.of("x,y\n1,2\n", "x\n1\n2\n", "x,y\n1,2\n1,3\n")) {
      faults.add(runOn(rows.getBytes(UTF_8), "lesson", "-").fault(ExitCode.DATA));
    }
    assertEquals(3, faults.size());
  }
}
