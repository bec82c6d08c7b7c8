package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Flats;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands that train make of odd data. */
class LintOptionTest {
  private static final Flats FLATS = Flats.plain();
  private static final Flats LEAKING = FLATS.with("paid", i -> (int) FLATS.number(i, "price"));
  private static final String LEAK =
      "column 'paid' gives the target away: 'price' is 'paid' in every row; --exclude paid leaves it"
          + " out";

  /** An option of a finding, with its value as a shell takes it. */
  private static final Pattern REMEDY =
      Pattern.compile(" (--[a-z-]+)(?:=| )('(?:[^']|'\\\\'')*'|[^ ';]+)");

  @TempDir Path folder;

  private String file(Flats flats) throws Exception {
    return Files.writeString(folder.resolve("flats.csv"), flats.csv()).toString();
  }

  private static List<String> findings(Outcome outcome) {
    return outcome.err().lines().filter(l -> l.matches("(error|warning|hint): .*")).toList();
  }

  static Stream<Arguments> mendable() {
    Flats odd = FLATS.with("a, \"b\" & c's", i -> (int) FLATS.number(i, "age"));
    return Stream.of(
        Arguments.of(LEAKING, List.of()),
        Arguments.of(LEAKING.with("no", i -> i), List.of("--exclude", "area,rooms")),
        Arguments.of(FLATS.with("years", i -> (int) FLATS.number(i, "age")), List.of()),
        Arguments.of(FLATS.with("all rooms", i -> (int) FLATS.number(i, "rooms")), List.of()),
        Arguments.of(FLATS.with("Zimmer's", i -> (int) FLATS.number(i, "rooms")), List.of()),
        Arguments.of(FLATS.with("-rooms", i -> (int) FLATS.number(i, "rooms")), List.of()),
        Arguments.of(quoted(odd), List.of()),
        Arguments.of(FLATS.with("garden", i -> i < 16 ? "NA" : i * i), List.of()),
        Arguments.of(FLATS.with("no", i -> i), List.of()),
        Arguments.of(FLATS.with("floor", i -> i * i % 5).cell(8, "floor", -99), List.of()),
        Arguments.of(FLATS.cell(7, "price", 32100), List.of()),
        Arguments.of(FLATS.cell(9, "area", 1210.5), List.of()),
        Arguments.of(
            FLATS.with("cm2", i -> 10000 * i * i).cell(3, "age", 70), List.of("--scale", "none")),
        Arguments.of(FLATS.cell(11, "district", "Old Town"), List.of()),
        Arguments.of(FLATS.cell(11, "district", "Old Town"), List.of("--target", "district")));
  }

  /** The name of the last column but one as a header holds it. */
  private static Flats quoted(Flats flats) {
    return flats.cell(1, "a, \"b\" & c's", "\"a, \"\"b\"\" & c's\"");
  }

  @ParameterizedTest
  @MethodSource("mendable")
  void theRemedyPrintedWorks(Flats odd, List<String> options) throws Exception {
    List<String> command = new ArrayList<>(List.of("fit", file(odd), "--epochs", "2"));
    List<String> told = findings(run(Cli.args(command, options.toArray(String[]::new))).ok());

    assertFalse(told.isEmpty());
    Matcher remedy = REMEDY.matcher(told.get(0));
    assertTrue(remedy.find(), told.get(0));
    if (options.contains("none") || options.contains("--exclude")) {
      command.addAll(List.of(remedy.group(1), unquoted(remedy)));
    } else {
      command.addAll(options);
      command.add(remedy.group(1) + "=" + unquoted(remedy));
    }
    List<String> left = findings(run(command.toArray(String[]::new)).ok());
    assertFalse(left.contains(told.get(0)), left.toString());
    assertTrue(left.size() < told.size(), left.toString());
  }

  private static String unquoted(MatchResult remedy) {
    String word = remedy.group(2);
    return word.startsWith("'") ? word.substring(1, word.length() - 1).replace("'\\''", "'") : word;
  }

  @ParameterizedTest
  @CsvSource({"fit", "cv", "sweep"})
  void everyCommandThatTrainsTellsAndIsStrictIfToldTo(String name) throws Exception {
    String data = file(LEAKING);
    String[] command = {
      name, data, "--epochs", "2", name.equals("sweep") ? "--lr=0.1,0.2" : "--lr=0.1"
    };
    Outcome told = run(command).ok();
    Outcome strict = run(Cli.args(List.of(command), "--strict"));
    Outcome quiet = run(Cli.args(List.of(command), "--strict", "-q"));

    assertEquals(List.of("error: " + LEAK), findings(told));
    assertEquals("--strict: " + data + ": " + LEAK, strict.fault(ExitCode.DATA));
    assertEquals(List.of("error: " + LEAK), findings(strict));
    assertEquals("gdtrain: --strict: " + data + ": " + LEAK + "\n", quiet.err());
    assertEquals(ExitCode.DATA, quiet.code());
    assertEquals("", strict.out() + quiet.out());
  }

  @Test
  void quietSaysNothingAndTrainsTheSame() throws Exception {
    String data = file(LEAKING);
    Outcome loud = run("fit", data, "--epochs", "9").ok();
    Outcome quiet = run("fit", data, "--epochs", "9", "-q").ok();

    assertEquals("", quiet.err());
    assertEquals(loud.out(), quiet.out());
  }

  @Test
  void hintsAreNoFaultNorIsWhatIsIncludedByName() throws Exception {
    String hinted = file(FLATS.with("no", i -> i));
    assertTrue(
        findings(run("fit", hinted, "--strict", "--epochs=2").ok()).get(0).startsWith("hint"));

    String leaking = file(LEAKING);
    Outcome meant = run("fit", leaking, "--strict", "--epochs", "2", "--include", "paid").ok();
    assertEquals(List.of(), findings(meant));
  }

  @Test
  void strictNamesTheFirstAndCountsTheOthers() throws Exception {
    String data = file(LEAKING.with("years", i -> (int) FLATS.number(i, "age")).with("n", i -> i));

    String sentence = run("fit", data, "--strict", "-o", folder + "/m").fault(ExitCode.DATA);
    assertEquals("--strict: " + data + ": " + LEAK + " (and 1 more)", sentence);
    assertEquals(List.of("flats.csv"), Cli.files(folder));
  }

  @Test
  void aSpecMayHoldIt() throws Exception {
    Path spec = Files.writeString(folder.resolve("s.yaml"), "strict: true\nepochs: 2\n");

    run("fit", file(LEAKING), "--spec", spec.toString()).fault(ExitCode.DATA);
    run("fit", file(FLATS), "--spec", spec.toString()).ok();
  }

  @Test
  void onlyRowsThatAreLearnedFromAreLookedAt() throws Exception {
    Path other = Files.writeString(folder.resolve("v.csv"), FLATS.cell(9, "area", 1210).csv());
    String[] command = {"fit", file(FLATS), "--epochs", "2", "--validation", other.toString()};

    assertEquals(List.of(), findings(run(command).ok()));
  }

  @Test
  void aColumnThatDoesNotVaryIsToldOnce() throws Exception {
    Outcome fit = run("fit", file(FLATS.with("city", i -> "Hamburg")), "--epochs", "2").ok();

    assertEquals(1, fit.err().lines().filter(line -> line.contains("'city'")).count(), fit.err());
    assertEquals(List.of(), findings(fit));
  }

  @Test
  void sweepTellsOnce() throws Exception {
    String[] command = {"sweep", file(LEAKING), "--scale=standard,minmax", "--epochs=2"};

    assertEquals(List.of("error: " + LEAK), findings(run(command).ok()));
    String[] clean = {"fit", data("mtcars"), "--exclude", "model", "--epochs", "2"};
    assertEquals(List.of(), findings(run(clean).ok()));
  }

  @Test
  void aLearningRateThatMayBeTooLargeIsAWarningToo() {
    String[] fit = {"fit", data("mtcars"), "--target", "mpg", "--lr", "0.2", "--strict", "-q"};
    fit = Cli.args(List.of(fit), "--exclude", "model");
    assertTrue(
        run(fit)
            .fault(ExitCode.DATA)
            .startsWith("--strict: --lr 0.2 is 115 % of the largest stable"));
    fit[5] = "0.1";
    run(fit).ok();
  }
}
