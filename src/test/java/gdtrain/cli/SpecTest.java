package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import gdtrain.run.setting.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options from a YAML file. */
class SpecTest {
  private static final String IRIS = data("iris");

  @TempDir Path folder;

  private String spec(String text) throws IOException {
    return Files.writeString(folder.resolve("s.yaml"), text).toString();
  }

  private Outcome fit(String text, String... more) throws IOException {
    return run(Cli.args(List.of("fit", IRIS, "--spec", spec(text)), more));
  }

  private static Outcome flags(String... more) {
    return run(Cli.args(List.of("fit", IRIS), more)).ok();
  }

  @Test
  void keysAreLongOptionNames() throws Exception {
    Outcome wanted =
        flags(
            "--lr", "0.05", "--epochs", "7", "--exclude", "2,petal_width", "--no-intercept", "-q");

    assertEquals(
        wanted,
        fit("lr: 0.05\nepochs: 7\nexclude: [2, petal_width]\nintercept: false\nquiet: true\n"));
    assertEquals(
        wanted,
        fit(
            "{\"lr\":0.05,\"epochs\":7,\"exclude\":\"2,petal_width\",\"intercept\":false,\"quiet\":true}"));
  }

  @Test
  void anOptionBeatsItsKey() throws Exception {
    String text = "epochs: 3\nintercept: false\nlog-every: 3\nquiet: true\n";

    assertEquals(
        flags("--epochs", "5", "--log-every", "3", "-q"), fit(text, "--intercept", "--epochs=5"));
    assertEquals(
        flags("--epochs", "3", "--intercept", "-q"), fit(text, "--intercept", "--log-every", "1"));
  }

  @Test
  void aKeyThatIsBeatenMustStillBeRight() throws Exception {
    String sentence = fit("epochs: [3]\n", "--epochs", "5").fault(ExitCode.USAGE);

    assertTrue(sentence.endsWith("line 1, column 9: 'epochs' takes one value, not a list here"));
  }

  @Test
  void aFlagThatIsFalseIsAsIfNotGiven() throws Exception {
    assertEquals(
        flags("--epochs", "2"), fit("epochs: 2\nquiet: false\nforce: false\nintercept: true\n"));
  }

  @Test
  void itemsMayHoldCommasAndQuotes() throws Exception {
    Path table = Files.writeString(folder.resolve("t.csv"), "\"a,b\",\"c\"\"d\",y\n1,2,3\n2,1,4\n");
    String[] fit = {"fit", table.toString(), "--epochs", "1", "--params", "-"};

    assertEquals(
        run(Cli.args(List.of(fit), "--exclude", "\"a,b\"")).ok(),
        run(Cli.args(List.of(fit), "--spec", spec("exclude: [\"a,b\"]"))));
    assertEquals(
        run(Cli.args(List.of(fit), "--exclude", "\"c\"\"d\"")).ok(),
        run(Cli.args(List.of(fit), "--spec", spec("exclude: ['c\"d']"))));
  }

  @Test
  void aSpecMayComeFromStandardInput() {
    byte[] text = "epochs: 4\n".getBytes(StandardCharsets.UTF_8);

    assertEquals(flags("--epochs", "4"), runOn(text, "fit", "--spec", "-", IRIS));
    assertEquals(flags("--epochs", "4"), runOn(text, "fit", "--spec=-", IRIS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lr: 1\\nepoch: 3 | line 2, column 1: there is no key 'epoch'; did you mean 'epochs'?",
        "no-intercept: true | line 1, column 1: there is no key 'no-intercept'; did you mean 'intercept'?",
        "o: m.json | line 1, column 1: there is no key 'o'; --help of the command lists them",
        "epochs: | line 1, column 8: 'epochs' has no value; write one or leave it out",
        "epochs: {a: 1} | line 1, column 9: 'epochs' takes one value, not keys with values here",
        "include: [[a]] | line 1, column 11: 'include' takes a list of values, not a list here",
        "include: {a: b} | line 1, column 10: 'include' takes one value, not keys with values here",
        "include: [a, ~] | line 1, column 14: 'include' takes a list of values, not nothing here",
        "quiet: yes | line 1, column 8: 'quiet' takes true or false, not 'yes'",
        "quiet: 'true' | line 1, column 8: 'quiet' takes true or false, not 'true'",
        "quiet: [true] | line 1, column 8: 'quiet' takes true or false, not a list",
        "intercept: 0 | line 1, column 12: 'intercept' takes true or false, not '0'",
        "epochs: x | line 1, column 9: --epochs must be auto or a whole number of at most 2,147,483,647, not 'x'",
        "lr: -1 | line 1, column 5: --lr must be a number above 0, or auto, not -1.0",
        "header: maybe | line 1, column 9: --header takes auto, yes, no, not 'maybe'",
        "l1: 0\\nseed: 4 | line 2, column 7: --seed has no effect: nothing is random in this run, neither --validation SHARE nor hidden layers nor batches",
        "target: nope | line 1, column 9: --target: there is no column 'nope'; the columns are sepal_length, sepal_width, petal_length, petal_width, species",
        "output: / | line 1, column 9: --output / is a directory",
      })
  void refusesWithLineAndColumn(String text, String sentence) throws Exception {
    Outcome fit = fit(text.replace("\\n", "\n"));

    assertEquals(folder.resolve("s.yaml") + " " + sentence, fit.fault(ExitCode.USAGE));
    assertEquals("", fit.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "help", "version", "spec", "print-spec"})
  void refusesKeysOfTheCommandLine(String key) throws Exception {
    String sentence = fit("epochs: 1\n" + key + ": true").fault(ExitCode.USAGE);

    assertTrue(
        sentence.endsWith(
            "line 2, column 1: '" + key + "' is for the command line, not for a spec"),
        sentence);
  }

  @Test
  void whatIsWrongOnTheCommandLineHasNoLineOfTheSpec() throws Exception {
    assertEquals(
        "--lr must be a number above 0, or auto, not -1.0",
        fit("lr: 1", "--lr", "-1").fault(ExitCode.USAGE));
    assertEquals("unexpected option '--nope'", fit("lr: 1", "--nope").fault(ExitCode.USAGE));
  }

  @Test
  void refusesFilesThatAreNone() {
    assertEquals(
        "--spec: nope.yaml does not exist; check the name and the current directory",
        run("fit", IRIS, "--spec", "nope.yaml").fault(ExitCode.USAGE));
    assertEquals(
        "--spec: datasets cannot be read: Is a directory",
        run("fit", IRIS, "--spec", "datasets").fault(ExitCode.USAGE));
    assertEquals(
        "--spec takes the name of a file, not ''",
        run("fit", IRIS, "--spec", "").fault(ExitCode.USAGE));
  }

  @Test
  void aRunHasOneSpecAndStandardInputOneReader() throws Exception {
    assertEquals(
        "--spec is given twice; it has one value",
        fit("lr: 1", "--spec", folder.resolve("s.yaml").toString()).fault(ExitCode.USAGE));
    assertEquals(
        "DATA and --spec are both -, but standard input can be read only once",
        run("fit", "-", "--spec", "-").fault(ExitCode.USAGE));
    assertEquals(
        "--validation and --spec are both -, but standard input can be read only once",
        run("fit", IRIS, "--spec", "-", "--validation", "-").fault(ExitCode.USAGE));
    assertEquals(
        "--test and --spec are both -, but standard input can be read only once",
        run("fit", IRIS, "--spec", "-", "--test", "-").fault(ExitCode.USAGE));
  }

  @Test
  void aTraceIsShownWhereTheSpecAsksForIt() throws Exception {
    String missing = folder.resolve("none.csv").toString();

    assertFalse(run("fit", missing, "--spec", spec("lr: 1")).err().contains("\tat "));
    assertTrue(run("fit", missing, "--spec", spec("verbose: true")).err().contains("\tat "));
  }

  @Test
  void helpIsHelpWhateverTheSpec() {
    assertEquals(run("fit", "--help"), run("fit", "--spec", "nope.yaml", "--help"));
  }

  @Test
  void printsWhatDecidesTheResultAndWhatIsGivenElse() throws Exception {
    Outcome printed =
        fit("lr: 0.1\nlog-every: 5", "--seed", "3", "--validation=.2", "--print-spec").ok();

    assertEquals("", printed.err());
    List<String> lines = printed.out().lines().toList();
    assertTrue(lines.contains("lr: 0.1"), printed.out());
    assertTrue(lines.contains("validation: .2"), printed.out());
    assertTrue(lines.contains("epochs: auto"), printed.out());
    assertTrue(lines.contains("# target: COLUMN"), printed.out());
    assertEquals(
        List.of("# Output", "log-every: 5"), lines.subList(lines.size() - 2, lines.size()));
    assertEquals(printed, runOn(bytes(printed), "fit", "any.csv", "--spec", "-", "--print-spec"));
  }

  private static byte[] bytes(Outcome printed) {
    return printed.out().getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "null",
        "~",
        "-",
        "- a",
        "#",
        "a: b",
        "a #b",
        "x:",
        "*a",
        "\"",
        "\\",
        "it's",
        " a ",
        "größe",
        "😀",
        "a\nb\tc\u0085\u2028\ufeff",
        "@",
        "%",
        "[a]",
        "{",
        "|",
        "12:30",
        "...",
        "---"
      })
  void anyTextSurvivesPrintingAndReading(String text) throws Exception {
    Outcome printed = run("fit", "any.csv", "--target=" + text, "--print-spec").ok();

    assertEquals(printed, runOn(bytes(printed), "fit", "any.csv", "--spec", "-", "--print-spec"));
    Outcome missing = runOn(bytes(printed), "fit", IRIS, "--spec", "-", "-q");
    assertEquals(
        run("fit", IRIS, "--target=" + text, "-q").fault(ExitCode.USAGE),
        missing.fault(ExitCode.USAGE).replaceFirst("^standard input line \\d+, column \\d+: ", ""));
  }

  @Test
  void printingRefusesWrongOptions() throws Exception {
    assertTrue(
        fit("lr: 0", "--print-spec").fault(ExitCode.USAGE).contains("line 1, column 5: --lr"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"require: [a > 1, b, 'c,d'] | 3", "require: a,b | 1", "{} | 0", "require: [] | 0"})
  void aListGivesAnOptionManyTimes(String text, int times) throws Exception {
    assertEquals(times, requirements("--spec", spec(text)));
    assertEquals(2, requirements("--require=x", "--spec", spec(text), "--require=y"));
  }

  private static int requirements(String... options) {
    List<String> words = new ArrayList<>(List.of("fit", "any.csv"));
    words.addAll(List.of(options));
    return Commands.invocation(words, InputStream.nullInputStream())
        .values()
        .texts(Settings.REQUIRE)
        .size();
  }
}
