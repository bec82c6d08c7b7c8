package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code fit} says of a run that diverged, and whether it helps. */
class PostMortemTest {
  private static final String LONGLEY = data("longley");
  private static final List<String> DIVERGING =
      List.of("fit", LONGLEY, "--target", "TOTEMP", "--include", "Obs");

  /** A word of a shell's command line, or a part of one: plain, quoted, or a quoted quote. */
  private static final Pattern PART = Pattern.compile("'([^']*)'|\\\\(.)|([^'\\\\ ]+)|( )");

  @TempDir Path folder;

  /** The words of the suggested command, without the program's name. */
  private static String[] suggested(Outcome diverged) {
    String sentence = diverged.fault(ExitCode.DIVERGED);
    String command = sentence.substring(sentence.indexOf("; try: gdtrain ") + 15);
    List<StringBuilder> words = new ArrayList<>(List.of(new StringBuilder()));
    Matcher part = PART.matcher(command);
    while (part.find()) {
      if (part.group(4) != null) {
        words.add(new StringBuilder());
        continue;
      }
      for (int group = 1; group <= 3; group++) {
        words.get(words.size() - 1).append(part.group(group) == null ? "" : part.group(group));
      }
    }
    return words.stream().map(StringBuilder::toString).toArray(String[]::new);
  }

  private static Outcome diverging(String... options) {
    return run(Cli.args(DIVERGING, options));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "longley | --target TOTEMP --include Obs --lr 10 | --lr auto",
        "longley | --target TOTEMP --include Obs --lr 0.01 --scale none | --lr auto --scale standard",
        "longley | --target TOTEMP --include Obs --optimizer momentum --lr 0.7 | --optimizer gd --lr auto",
        "longley | --target TOTEMP --include Obs --scale none --lr 1 --optimizer momentum --epochs 50"
            + " | --scale standard --lr auto --optimizer gd --epochs 10000",
        "mtcars | --target mpg --optimizer lion --lr 1e160 --epochs 5"
            + " | --optimizer gd --lr auto --epochs 10000",
        "mtcars | --target mpg --optimizer nesterov:restart=0 --lr=0.5 | --lr 0.059",
        "mtcars | --target mpg --optimizer momentum --lr 0.01 --scale none | --scale standard",
        "mtcars | --target carb --loss poisson --lr 3 | --lr auto",
        "breast_cancer | --lr 20 --l2 1 | --lr auto --l2 1",
        "norris | --lr 0.1 --scale none | --lr auto --scale none",
        "diabetes | --lr 0.9 --batch-size 10 --epochs 60"
            + " | --lr auto --batch-size full --epochs 10000",
        "diabetes | --l1 0.5 --lr 2 | --l1 0.5 --lr auto",
        "diabetes | --l2 1e-3 --lr 0.9 --degree 2 --optimizer gd | --lr auto",
        "iris | --l2 5 --lr 1 | --l2 5 --lr auto"
      })
  void theSuggestedCommandConverges(String set, String options, String part) {
    List<String> command = List.of("fit", data(set));
    String[] again = suggested(run(Cli.args(command, options.split(" "))));

    Outcome fit = run(again).ok();
    assertTrue(fit.err().contains("\nconverged after "), fit.err());
    assertTrue(String.join(" ", again).contains(part), () -> List.of(again) + "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "longley --target TOTEMP --include Obs --lr 10 --schedule step",
        "diabetes --lr 3 --clip-norm 100000",
        "diabetes --hidden 16 --optimizer gd --lr 30 --epochs 60",
        "mtcars --target mpg --hidden 8 --activation relu --optimizer gd --lr 10 --batch-size full",
        "mtcars --target mpg --loss mae --lr 1e300 --epochs 200"
      })
  void whereNoneIsKnownToConvergeTheSuggestedCommandBeatsTheBaseline(String line) {
    String[] words = line.split(" ");
    List<String> command = List.of("fit", data(words[0]));
    Outcome diverged = run(Cli.args(command, Arrays.copyOfRange(words, 1, words.length)));
    Outcome fit = run(suggested(diverged)).ok();

    double[] loss = fit.numbers("loss");
    // Whether it also converges, which relu leaves to the last digits, another processor may
    // decide.
    Matcher tried = Pattern.compile("epochs at loss ([0-9.e-]+)").matcher(diverged.err());
    assertTrue(tried.find(), diverged.err());
    assertEquals(Double.parseDouble(tried.group(1)), loss[loss.length - 1], 1e-5 * loss[0]);
    Matcher baseline = Pattern.compile("\\(baseline ([0-9.e]+),").matcher(fit.err());
    assertTrue(baseline.find(), fit.err());
    assertTrue(loss[loss.length - 1] < Double.parseDouble(baseline.group(1)));
  }

  @Test
  void saysWhatGrewAndHowFarTheRateIsFromAStableOne() {
    Outcome diverged = diverging("--lr", "1e200", "--scale", "none");

    List<String> lines = diverged.err().lines().toList();
    int first =
        lines.indexOf(
            "diverged at epoch 1; at epoch 0, the last finite one, 'GNP' for 'TOTEMP' has the"
                + " largest gradient, -5.12903e10, at value 0");
    assertTrue(first > 0, diverged.err());
    assertEquals(
        "'GNP' has mean 387698 and standard deviation 96238.7; it is not scaled",
        lines.get(first + 1));
    assertTrue(
        lines.get(first + 2).endsWith(" times the largest stable one, 5.78078e-12 (exact)"),
        diverged.err());
    assertTrue(lines.get(first + 3).contains("of epoch 0, the best, are kept"), diverged.err());
    assertTrue(
        lines.get(first + 4).startsWith("the command below was tried: it converged after "),
        diverged.err());
    assertEquals(first + 6, lines.size());
  }

  @Test
  void theUnitOfAScaledColumnIsSaid() {
    String err = diverging("--lr", "10").err();

    assertTrue(
        err.contains(
            "\n'Obs' has mean 8.5 and standard deviation 4.60977; it is scaled to (value -"
                + " 8.5) / 4.60977\n"),
        err);
  }

  @Test
  void ofWeightedRowsTheWeightedMeanIsSaid() {
    String err =
        run("fit", data("longley"), "--target", "TOTEMP", "--lr", "1", "--weight", "Obs").err();

    assertTrue(
        err.contains(
            "\n'YEAR' has weighted mean 1957 and standard deviation 3.87298; it is scaled to"
                + " (value - 1957) / 3.87298\n"),
        err);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "longley --target TOTEMP --include Obs --lr 10 | is 56 times the largest stable one, 0.178591 (exact)",
        "longley --target TOTEMP --include Obs --lr 1e308 | is far above the largest stable one, 0.178591 (exact)",
        "longley --target TOTEMP --include Obs --lr 10 --schedule step | (exact, for a constant rate)",
        "diabetes --lr 0.9 --batch-size 10 --epochs 60 | (exact, for all rows at once)",
        "diabetes --lr 3 --clip-norm 100000 | (exact, without --clip-norm)",
        "breast_cancer --lr 20 --l2 1 | stable one, 0.46292 (a bound: below it nothing diverges)",
        "breast_cancer --lr 20 --l2 1 --optimizer momentum"
            + " | stable one of plain gradient descent, 0.46292 (a bound)"
      })
  void theStableRateIsOfStepsOfAKindThatIsNamed(String line, String said) {
    String[] words = line.split(" ");
    List<String> command = List.of("fit", data(words[0]));
    Outcome diverged = run(Cli.args(command, Arrays.copyOfRange(words, 1, words.length)));

    List<String> rates =
        diverged.err().lines().filter(l -> l.startsWith("learning rate ")).toList();
    assertEquals(1, rates.size(), diverged.err());
    assertTrue(rates.get(0).endsWith(said), rates.get(0));
  }

  @Test
  void aCommandThatHasNotConvergedIsSaidToBeSo() {
    String err = diverging("--lr", "10", "--tolerance", "0").err();

    assertTrue(err.contains(" tried: it ended, not converged, after 1,000 epochs at loss "), err);
  }

  @Test
  void aCommandThatConvergesAboveTheMinimumIsSaidToDoSo() {
    String err = diverging("--lr", "10", "--tolerance", "0.3").err();

    assertTrue(err.contains(" at loss 388309; the minimum is 52276.5\n"), err);
  }

  @Test
  void onlyTheSentenceIsSaidWhereQuietIsWanted() {
    Outcome diverged = diverging("--lr", "10", "-q");

    assertEquals(1, diverged.err().lines().count(), diverged.err());
    assertEquals("", run(suggested(diverged)).ok().err());
  }

  @Test
  void theBestFiniteParametersAreWrittenButNoModel() throws Exception {
    Path kept = folder.resolve("kept.csv");
    Path one = folder.resolve("one.csv");
    String[] momentum = {"--optimizer", "momentum", "--lr", "0.7"};
    Outcome diverged =
        diverging(Cli.args(List.of(momentum), "--params", kept + "", "-o", folder + "/m.json"));
    run(Cli.args(DIVERGING, Cli.args(List.of(momentum), "--epochs", "1", "--params", one + "")))
        .ok();

    assertTrue(
        diverged.fault(ExitCode.DIVERGED).contains("the best was epoch 1 with"), diverged.err());
    assertEquals(List.of("kept.csv", "one.csv"), Cli.files(folder));
    assertEquals(Files.readString(one), Files.readString(kept));
  }

  @Test
  void theEventAndStandardOutputHaveTheKeptParametersToo() {
    JsonNode params =
        json(diverging("--lr", "10", "--log-format", "jsonl").out().lines().toList().get(4));
    Outcome csv = diverging("--lr", "10", "--params", "-");

    assertEquals("params", params.get("event").asText());
    assertEquals(8, params.get("parameters").size());
    assertEquals(8, csv.rows().size());
    assertEquals("0.0", csv.rows().get(3).get("value"));
  }

  @Test
  void filesOfTheDivergedRunAreOverwrittenByTheSuggestedCommand() throws Exception {
    String[] files = {"--log", folder + "/a b's.csv", "--metrics", folder + "/m.json"};
    String[] again = suggested(diverging(Cli.args(List.of(files), "--lr", "10")));

    assertEquals("--force", again[again.length - 1]);
    run(again).ok();
    assertEquals(List.of("a b's.csv", "m.json"), Cli.files(folder));
    assertEquals(
        "converged", json(Files.readString(folder.resolve("m.json"))).get("ending").textValue());
  }

  @Test
  void aSpecStaysAndIsBeaten() throws Exception {
    Path spec = folder.resolve("s.yaml");
    Files.writeString(spec, "target: TOTEMP\nlr: 10\nl2: 0.001\n");
    String[] again = suggested(run("fit", "--spec", spec.toString(), LONGLEY));

    assertEquals(
        List.of("fit", "--spec", spec.toString(), LONGLEY, "--lr", "auto"), List.of(again));
    assertTrue(run(again).ok().err().contains("\nconverged after "));
  }

  @Test
  void optionsStandBeforeTheTwoDashesThatEndThem() {
    String[] again = suggested(run("fit", "--target", "TOTEMP", "--l2=2", "--lr=9", "--", LONGLEY));

    List<String> words = List.of("fit", "--target", "TOTEMP", "--l2=2", "--lr", "auto", "--");
    assertEquals(words, List.of(again).subList(0, 7));
    run(again).ok();
  }

  @Test
  void standardInputIsTriedAsItWasRead() throws Exception {
    byte[] table = Cli.bytes(LONGLEY);
    Outcome diverged = runOn(table, "fit", "-", "--target=TOTEMP", "--lr=3", "--scale=none");
    String[] again = suggested(diverged);

    assertEquals("-", again[1]);
    assertTrue(runOn(table, again).ok().err().contains("\nconverged after "));
  }

  @Test
  void theRowsOfOtherFilesAreTriedToo() {
    String[] files = {"--validation", LONGLEY, "--test", LONGLEY};
    String[] again =
        suggested(diverging(Cli.args(List.of(files), "--scale", "none", "--lr", "0.1")));

    assertTrue(run(again).ok().err().contains("\nconverged after "));
  }

  @Test
  void aRunThatWasTakenUpIsSuggestedAnew() {
    String checkpoint = folder.resolve("c").toString();
    String[] rate = {"--lr", "0.2", "--checkpoint", checkpoint};
    diverging(Cli.args(List.of(rate), "--epochs", "2")).ok();
    Outcome diverged = diverging(Cli.args(List.of(rate), "--resume", checkpoint));
    String[] again = suggested(diverged);

    assertTrue(!List.of(again).contains("--resume") && List.of(again).contains("--force"));
    assertTrue(run(again).ok().err().contains("\nconverged after "));
  }

  @Test
  void saysSoWhereNothingHelps() throws Exception {
    String sentence = run(Cli.args(Cli.overflowing(folder), "--lr", "1")).fault(ExitCode.DIVERGED);

    assertTrue(sentence.startsWith("diverged at epoch 0; no model is saved; "), sentence);
    assertTrue(sentence.endsWith("look for huge values in the data"), sentence);
  }
}
