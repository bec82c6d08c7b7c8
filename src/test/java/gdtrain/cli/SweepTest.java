package gdtrain.cli;

import static gdtrain.cli.Cli.bytes;
import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gdtrain sweep}. */
class SweepTest {
  private static final String IRIS = data("iris");
  private static final String MTCARS = data("mtcars");

  @TempDir Path folder;

  /** The settings of all runs, in order. */
  private static List<String> runs(Outcome sweep) {
    int settings = List.of(sweep.header().split(",")).indexOf("epoch");
    return sweep.rows().stream()
        .map(row -> row.stream().limit(settings).collect(Collectors.joining(" ")))
        .distinct()
        .toList();
  }

  /** The command line that does the best run again, without the program's name. */
  private static String[] again(Outcome sweep) {
    String start = "the best again: gdtrain ";
    String line = sweep.err().lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    return line.substring(start.length()).split(" ");
  }

  @Test
  void goesThroughTheGridInTheOrderOfTheCommandLine() {
    Outcome sweep = run("sweep", MTCARS, "--l2", "0,1e-3", "--lr", "0.001,0.01,0.1").ok();

    assertEquals("run,set_l2,set_lr,epoch,loss,objective,grad_norm,lr", sweep.header());
    assertEquals(
        List.of("1 0 0.001", "2 0 0.01", "3 0 0.1", "4 1e-3 0.001", "5 1e-3 0.01", "6 1e-3 0.1"),
        runs(sweep));
  }

  @Test
  void everyRunPrintsTheLogOfFit() {
    Outcome sweep = run("sweep", MTCARS, "--target", "mpg", "--lr", "0.01,auto", "-q").ok();
    List<String> expected = new ArrayList<>(List.of("run,set_lr,epoch,loss,grad_norm,lr"));
    for (String start : List.of("1,0.01", "2,auto")) {
      String rate = start.substring(2);
      run("fit", MTCARS, "--target", "mpg", "--lr", rate)
          .ok()
          .out()
          .lines()
          .skip(1)
          .forEach(row -> expected.add(start + "," + row));
    }
    assertEquals(expected, sweep.out().lines().toList());
    assertEquals("", sweep.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--lr 0.001,0.1,auto --l2 0,0.1 --validation 0.3",
        "--lr 0.01,0.1 --epochs 30",
        "--optimizer adam:beta1=0.8,beta2=0.9,momentum:beta=0.8,gd --epochs 20",
        "--scale none,standard,minmax --missing drop,impute --no-intercept",
        "--exclude 1,2 --exclude 3 --degree 1,2 --validation datasets/iris.csv --patience 4",
        "--hidden 3 --hidden 4,2 --batch-size 20,50 --epochs 6",
        "--layer 3:dropout=0.2 --layer 2 --seed 1,2,3 --epochs 5",
        "--hidden 3 --activation relu,tanh --validation 0.3 --epochs 9 --seed 5",
        "--samples 4 --lr 1e-3..1 --l2 0..0.5 --epochs 3..9",
      })
  void fitDoesTheBestRunAgainToTheByte(String options) throws Exception {
    Path best = folder.resolve("best.json");
    Path model = folder.resolve("model.json");
    List<String> command = List.of("sweep", IRIS, "--best-output", best.toString());
    Outcome sweep = run(Cli.args(command, options.split(" "))).ok();
    run(Cli.args(List.of(again(sweep)), "-o", model.toString())).ok();

    assertArrayEquals(bytes(best.toString()), bytes(model.toString()));
  }

  @Test
  void theBestRunIsTheFirstOfTheTableAndHasTheLowestValidationLoss() {
    Outcome sweep = run("sweep", IRIS, "--l2", "1,0.01,0.1", "--validation", "0.3").ok();
    List<Double> lowest =
        Stream.of("1", "2", "3")
            .map(
                run ->
                    sweep.rows().stream()
                        .filter(row -> row.get("run").equals(run))
                        .mapToDouble(row -> Double.parseDouble(row.get("val_loss")))
                        .min()
                        .orElseThrow())
            .toList();
    List<String> table = sweep.err().lines().filter(line -> line.matches("  [123] .*")).toList();

    assertTrue(lowest.get(1) < lowest.get(2) && lowest.get(2) < lowest.get(0), lowest::toString);
    assertEquals(3, table.size());
    assertEquals(
        "2 3 1", table.stream().map(l -> l.substring(2, 3)).collect(Collectors.joining(" ")));
    assertEquals(
        List.of("fit", IRIS, "--validation", "0.3", "--l2", "0.01"), List.of(again(sweep)));
  }

  @Test
  void withoutValidationRowsDifferentPenaltiesAreComparedByLossWithAWarning() {
    Outcome sweep = run("sweep", MTCARS, "--l2", "0.1,0").ok();

    assertTrue(sweep.err().contains("favours the smallest penalty; --validation"), sweep.err());
    assertEquals("0", again(sweep)[3]);
    assertFalse(run("sweep", MTCARS, "--lr", "0.1,auto", "--l2", "1").err().contains("favours"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "16"})
  void anyNumberOfThreadsGivesTheSameBytes(String threads) {
    List<String> command =
        List.of("sweep", data("titanic"), "--lr", "0.1,1,auto,10", "--l2", "0,1", "--epochs", "40");

    assertEquals(
        run(Cli.args(command, "--threads", "1")).ok(),
        run(Cli.args(command, "--threads", threads)));
  }

  @Test
  void samplesAreDrawnFromRangesAndListsAndComeAgainWithTheSeed() {
    List<String> command =
        List.of(
            "sweep",
            MTCARS,
            "--samples",
            "40",
            "--lr",
            "1e-4..1e-1",
            "--epochs",
            "2..9",
            "--scale",
            "minmax,none",
            "--l2",
            "0..2.0");
    Outcome first = run(Cli.args(command, "--log-every", "1000")).ok();
    List<String> runs = runs(first);

    assertEquals(40, runs.size());
    int small = 0;
    for (String drawn : runs) {
      String[] values = drawn.split(" ");
      double rate = Double.parseDouble(values[1]);
      assertTrue(rate >= 1e-4 && rate <= 1e-1, drawn);
      assertTrue(values[1].replaceAll("E.*|^0[.]0*|[.]", "").length() <= 4, drawn);
      assertTrue(values[2].matches("[2-9]"), drawn);
      assertTrue(values[3].matches("minmax|none"), drawn);
      small += rate < Math.sqrt(1e-5) ? 1 : 0; // the middle of the logarithms
    }
    assertTrue(small > 8 && small < 32, small + " of 40 are in the lower half");
    assertTrue(first.out().contains(",minmax,") && first.out().contains(",none,"));
    assertEquals(first, run(Cli.args(command, "--log-every", "1000", "--sample-seed", "42")));
    assertNotEquals(
        runs, runs(run(Cli.args(command, "--log-every", "1000", "--sample-seed", "7"))));
  }

  @Test
  void aRunThatDivergesIsTold() {
    Outcome sweep = run("sweep", MTCARS, "--target", "mpg", "--lr", "3,0.01").ok();

    assertTrue(
        sweep.err().lines().anyMatch(line -> line.matches("  1 +3 +[0-9]+ +diverged *")),
        sweep.err());
    assertEquals("0.01", again(sweep)[5]);
  }

  @Test
  void statusIs4IfAllRunsDiverge() {
    Path best = folder.resolve("best.json");
    Outcome sweep =
        run("sweep", MTCARS, "--target", "mpg", "--lr", "3,4", "--best-output", best.toString());

    assertEquals(
        "all 2 runs diverged; try shorter steps, or fit with one setting, which says why",
        sweep.fault(ExitCode.DIVERGED));
    assertEquals(2, runs(sweep).size());
    assertFalse(Files.exists(best));
  }

  @Test
  void standardInputIsReadOnce() throws Exception {
    String[] options = {"--scale", "none,minmax,standard", "--epochs", "9", "-q"};

    assertEquals(
        run(Cli.args(List.of("sweep", IRIS), options)).ok(),
        runOn(bytes(IRIS), Cli.args(List.of("sweep", "-"), options)));
    String[] validated = Cli.args(List.of("sweep", IRIS), options);
    assertEquals(
        run(Cli.args(List.of(validated), "--validation", IRIS)).ok(),
        runOn(bytes(IRIS), Cli.args(List.of(validated), "--validation", "-")));
  }

  @Test
  void aSpecMayHoldListsOfValues() throws Exception {
    Path spec = folder.resolve("s.yaml");
    Files.writeString(spec, "lr: [0.01, auto]\nl2: 0.1\nepochs: 20,30\n");

    assertEquals(
        run("sweep", IRIS, "--lr", "0.01,auto", "--l2", "0.1", "--epochs", "20,30").ok(),
        run("sweep", IRIS, "--spec", spec.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--epochs 5 | nothing varies; give an option several values",
        "--no-such 5 | unexpected option '--no-such'",
        "--lr 0.1,0 | --lr must be a number above 0, or auto, not 0.0, in run 2: gdtrain fit",
        "--lr 0.1,,1 | --lr must be a number above 0",
        "--lr 0.1,0.1 | --lr has a value twice: 0.1, 0.1",
        "--lr 0.1,1 --epochs 5,x | --epochs must be auto or a whole number of at most 2,147,483,647, not 'x', in run 2",
        "--lr 1e-4..1 | --lr 1e-4..1 is a range, which only --samples N draws from",
        "--lr 1..1e-4 --samples 3 | --lr 1..1e-4: a range goes from a smaller number to a larger",
        "--lr 0.1,1 --samples 0 | --samples must be 1 or more, not 0",
        "--lr 0.1,1 --sample-seed 3 | --sample-seed has no effect without --samples",
        "--lr 0.1,1 --log-every 0 | --log-every must be 1 or more, not 0",
        "--lr 0.1,1 --force | --force has no effect without --best-output",
        "--lr 0.1,1 --best-output no/such/folder/m.json | there is no directory",
        "--lr 0.1,1 --threads 0 | --threads must be from 1 to 1,024, not 0",
        "--lr 0.1,1 --patience 3 | --patience has no effect without --validation, in run 1",
        "--lr 0.1,1 --seed 3 | --seed has no effect",
        "--lr 0.1,1 --target 4 --target 5 | --target is given twice; it has one value",
        "--seed 1,2 --hidden 3 --validation 0.2 | --seed takes one value here: it draws the rows",
        "--lr 0.1,1 --test datasets/iris.csv | unexpected option '--test'",
        "--lr 0.1,1 -o m.json | unexpected option '-o'",
        "--lr 0.1 --optimizer lbfgs,gd | --lr has no effect: lbfgs",
        "--lr 0.1,1 --target nope | --target: there is no column 'nope'",
        "--lr 1,2,3,4,5,6,7,8,9,10,11 --l1 1,2,3,4,5,6,7,8,9,10 --l2 1,2,3,4,5,6,7,8,9,10"
            + " --epochs 1,2,3,4,5,6,7,8,9,10 | the grid has more than 10,000 runs",
      })
  void refuses(String options, String part) {
    Outcome sweep = run(Cli.args(List.of("sweep", IRIS), options.split(" ")));

    assertTrue(sweep.fault(ExitCode.USAGE).contains(part), sweep.err());
    assertEquals("", sweep.out());
  }

  @Test
  void runsThatWouldLearnFromOtherRowsAreNotCompared() {
    Outcome sweep = run("sweep", data("penguins"), "--missing", "drop,impute");
    String fault = sweep.fault(ExitCode.USAGE);
    assertTrue(fault.startsWith("the runs would not learn from the same rows"), fault);
  }

  @Test
  void aTargetThatTheLossCannotTakeIsRefusedBeforeTheHeader() {
    Outcome sweep =
        runOn(
            "x,y\n1,2\n2,-1\n3,4.5\n".getBytes(StandardCharsets.UTF_8),
            "sweep",
            "-",
            "--loss",
            "poisson",
            "--l2",
            "0,1");
    assertTrue(sweep.fault(ExitCode.DATA).contains("line 3"), sweep.err());
    assertEquals("", sweep.out());
  }

  @Test
  void optionsAreRefusedBeforeDataIsRead() {
    Outcome sweep = run("sweep", "no-such-file.csv", "--lr", "0.1,-1");

    assertTrue(sweep.fault(ExitCode.USAGE).startsWith("--lr must be a number above 0"));
    assertTrue(run("sweep", "no-such-file.csv", "--lr", "1,2").fault(3).contains("no-such-file"));
  }
}
