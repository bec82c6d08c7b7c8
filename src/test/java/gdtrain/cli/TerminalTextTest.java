package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.choice.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes from files and command lines can neither steer a terminal nor flood it. */
class TerminalTextTest {
  @TempDir Path folder;

  /** What a terminal obeys or hides, with how it is shown. */
  static Stream<List<String>> hidden() {
    return Stream.of(
        List.of("\u001b[31m", "\\u001b[31m"), // colour
        List.of("\u001b]0;t\u0007", "\\u001b]0;t\\u0007"), // title
        List.of("\u0008", "\\u0008"), // backspace
        List.of("\u007f", "\\u007f"),
        List.of("\u009b2J", "\\u009b2J"), // C1: clears the screen
        List.of("\u202e", "\\u202e"), // right to left
        List.of("\u2066", "\\u2066"),
        List.of("\u061c", "\\u061c"),
        List.of("\u2028", "\\u2028"), // line separator
        List.of("\u2029", "\\u2029"),
        List.of("a\u200b", "a\\u200b"), // no width
        List.of("a\ufeffb", "a\\ufeffb"),
        List.of("\udb40\udc41", "\\U000e0041")); // a tag
  }

  private Cli.Outcome run(String... args) {
    Cli.Outcome result = Cli.run(args);
    result
        .err()
        .codePoints()
        .filter(c -> c != '\n' && c != '\t')
        .forEach(c -> shown(c, result.err()));
    return result;
  }

  private static void shown(int c, String text) {
    assertTrue(VisibleText.isShown(c), () -> "U+%04X in %s".formatted(c, text));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String table(String name, String category) {
    StringBuilder csv = new StringBuilder("\"x" + name + "x\",s,y\n");
    for (int i = 0; i < 30; i++) {
      csv.append(i * i % 7).append(",\"").append(i % 3 == 0 ? "k" + category + "k" : "b");
      csv.append("\",").append(i % 5).append('\n');
    }
    return csv.toString();
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void namesAndCategoriesAreShownByFitShowAndExplain(List<String> hidden) throws IOException {
    String data = file("data.csv", table(hidden.get(0), hidden.get(0)));
    String model = folder.resolve("m.json").toString();
    Cli.Outcome fit = run("fit", data, "--epochs", "3", "-o", model, "-v", "--log-format", "none");
    assertTrue(fit.err().contains("x" + hidden.get(1) + "x"), fit.err());
    for (List<String> command :
        List.of(
            List.of("show", model),
            List.of("explain", data),
            List.of("explain", data, "--row", "3"),
            List.of("explain", data, "--rows", "3"),
            List.of("check", data))) {
      Cli.Outcome result = run(command.toArray(String[]::new));
      assertEquals(0, result.code(), result.err());
      result.out().codePoints().filter(c -> c != '\n').forEach(c -> shown(c, result.out()));
    }
    assertTrue(run("show", model).out().contains("s=k" + hidden.get(1) + "k"));
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void dataOnStdoutStaysData(List<String> hidden) throws IOException {
    String data = file("data.csv", table(hidden.get(0), hidden.get(0)));
    String csv = run("explain", data, "--format", "csv").out();
    assertTrue(csv.contains("s=k" + hidden.get(0) + "k"), csv);
    String params = run("fit", data, "--epochs", "1", "--params", "-").out();
    assertTrue(params.contains("s=k" + hidden.get(0) + "k"), params);
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void optionsSpecsAndFilesAreShown(List<String> hidden) throws IOException {
    String bad = hidden.get(0);
    String data = file("data.csv", table("", ""));
    for (List<String> command :
        List.of(
            List.of("fit", data, "--target", bad),
            List.of("fit", data, "--loss", bad),
            List.of("fit", data, "--lr", bad),
            List.of("fit", data, "--" + bad),
            List.of("fit", data, "--validation", bad),
            List.of("fit", bad),
            List.of(bad),
            List.of("fit", data, "--require", bad),
            List.of("fit", data, "--spec", file("a.yaml", "\"" + hidden.get(1) + "\": 1\n")),
            List.of("fit", data, "--spec", file("b.yaml", "lr: \"" + hidden.get(1) + "\"\n")),
            List.of("show", file("m.json", "{\"format\": \"" + bad + "\"}")),
            List.of("show", bad))) {
      Cli.Outcome result = run(command.toArray(String[]::new));
      assertTrue(result.code() == 2 || result.code() == 3, () -> command + ": " + result);
    }
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void cellsAreShown(List<String> hidden) throws IOException {
    String data = file("data.csv", "x,y\n1,2\n2,3\n\"k" + hidden.get(0) + "k\",4\n");
    Cli.Outcome result = run("fit", data, "--numeric", "x", "--epochs", "1");
    assertEquals(3, result.code());
    assertTrue(result.err().contains(hidden.get(1)), result.err());
  }

  /** Long names of all kinds, in one word or with blanks. */
  static Stream<String> longTexts() {
    return Stream.of("n".repeat(10_000), "n ".repeat(5_000) + "n", "名".repeat(6_000));
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void whatIsLongIsCut(String text) throws IOException {
    String data = file("data.csv", table("", ""));
    for (List<String> command :
        List.of(
            List.of("fit", "/" + text),
            List.of("fit", data, "--target", text),
            List.of("fit", data, "--spec", text),
            List.of("fit", data, "--lr", text),
            List.of("fit", data, "--validation", text),
            List.of("fit", data, "--optimizer", text),
            List.of("fit", data, "--temp", text),
            List.of("show", text),
            List.of(text))) {
      Cli.Outcome result = run(command.toArray(String[]::new));
      assertTrue(result.code() == 2 || result.code() == 3, () -> command.get(1) + result.err());
      assertTrue(result.err().length() < 2500, result.err());
      assertFalse(result.err().contains("nnn".repeat(200)));
    }
    Cli.Outcome named = run("fit", file("long.csv", table(text, "")), "--epochs", "2", "-v");
    assertTrue(named.err().length() < 12_000, named.err());
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void traceOfAnErrorIsShown(List<String> hidden) {
    run("fit", "no" + hidden.get(0) + ".csv", "-v");
  }
}
