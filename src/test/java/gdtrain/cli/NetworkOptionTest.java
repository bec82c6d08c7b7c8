package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hidden layers and mini-batches on the command line. */
class NetworkOptionTest {
  private static final String IRIS = data("iris");
  private static final String XOR = data("xor");

  @TempDir Path folder;

  private static Outcome fit(String... options) {
    return run(Cli.args(List.of("fit"), options));
  }

  private static double last(Outcome fit, int column) {
    List<String> rows = fit.out().lines().toList();
    return Double.parseDouble(rows.get(rows.size() - 1).split(",", -1)[column]);
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fourHiddenUnitsLearnExclusiveOr(int seed) {
    Outcome fit = fit(XOR, "--hidden", "4", "--seed", "" + seed, "--require", "accuracy==1", "-q");
    assertEquals(ExitCode.OK, fit.code(), fit.err());
    assertTrue(last(fit, 1) < 0.2, "loss " + last(fit, 1));
  }

  /** The same run, or the same at another of its epochs, is told from where it ended. */
  @ParameterizedTest
  @CsvSource({
    "'--optimizer,gd,--lr,auto','a minimum (curvature 0.0'",
    "'--optimizer,gd,--lr,auto,--epochs,30','a valley, its floor at most some 0.000'",
    "'--epochs,40','no minimum yet, the landscape bends downwards, most of all along ''h1_'",
    "'--optimizer,gd,--init,zeros','flat, most of all along ''h1_'",
    "'--activation,relu',",
    "'--l1,0.01,--optimizer,gd',",
    "'--l2,0,--optimizer,gd,--lr,auto',"
  })
  void itSaysAtWhatKindOfPointANetworkEnded(String options, String kind) {
    List<String> all = new ArrayList<>(List.of("fit", XOR, "--hidden", "4"));
    all.addAll(List.of(options.split(",")));
    List<String> said =
        run(all.toArray(String[]::new))
            .ok()
            .err()
            .lines()
            .filter(line -> line.startsWith("where it ended: "))
            .toList();
    assertEquals(kind == null ? 0 : 1, said.size(), said.toString());
    if (kind != null) {
      assertTrue(said.get(0).startsWith("where it ended: " + kind), said.get(0));
    }
  }

  /** The floor that it tells is not above the minimum that more epochs find. */
  @Test
  void theFloorIsAtLeastAsDeepAsTheMinimumIsLower() {
    String said =
        fit(XOR, "--hidden", "4", "--optimizer", "gd", "--lr", "auto", "--epochs", "30").ok().err();
    String floor = said.replaceAll("(?s).*its floor at most some (\\S+) lower.*", "$1");
    double at30 = lastObjective("30");
    double minimum = lastObjective("1000");
    assertTrue(at30 - minimum > 0, at30 + " " + minimum);
    assertTrue(at30 - minimum <= Double.parseDouble(floor) * 1.01, floor + " " + (at30 - minimum));
  }

  private static double lastObjective(String epochs) {
    return last(
        fit(XOR, "--hidden", "4", "--optimizer", "gd", "--lr", "auto", "--epochs", epochs, "-q"),
        2);
  }

  @Test
  void aLinearModelSaysThatItCannotBeatTheBaselineOnExclusiveOr() {
    Outcome fit = fit(XOR).ok();
    assertEquals(Math.log(2), last(fit, 1), 1e-12);
    assertTrue(fit.err().contains("no better than the baseline"), fit.err());
  }

  @Test
  void aNetworkWithoutPenaltyIsNotTakenForALinearModel() {
    String all = "the network tells the class of every training row, so the loss has no minimum";
    assertTrue(fit(XOR, "--hidden", "4", "--l2", "0").ok().err().contains(all));
    Outcome early = fit(XOR, "--hidden", "4", "--l2", "0", "--epochs", "1").ok();
    assertTrue(!early.err().contains("separable"), early.err());
  }

  @Test
  void layersOfASpecDoWhatTheOptionsDo() {
    String options = "--layer=6:activation=relu,dropout=0.1 --layer=3:l2=0.5 --epochs=5";
    Outcome byOptions = fit(Cli.args(List.of(IRIS), options.split(" "))).ok();
    String spec =
        """
        layers:
          - {units: 6, activation: relu, dropout: 0.1}
          - units: 3
            l2: 0.5
        epochs: 5
        """;
    Outcome bySpec = runOn(spec.getBytes(StandardCharsets.UTF_8), "fit", IRIS, "--spec", "-").ok();
    assertEquals(byOptions, bySpec);
    Outcome plain = fit(IRIS, "--hidden", "6,3", "--epochs", "5").ok();
    assertNotEquals(plain.out(), bySpec.out());
    Outcome flagWins =
        runOn(spec.getBytes(StandardCharsets.UTF_8), "fit", IRIS, "--spec", "-", "--hidden=6,3");
    assertEquals(plain, flagWins);
    Outcome layerWins =
        runOn(
            "hidden: 9\nepochs: 5".getBytes(StandardCharsets.UTF_8),
            "fit",
            IRIS,
            "--spec",
            "-",
            "--layer=6",
            "--layer=3");
    assertEquals(plain, layerWins);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layers: 3 | line 1, column 9: 'layers' takes a list with a layer each, not '3'",
        "layers: [[2]] | line 1, column 10: a layer is its units, or keys with values, not a list",
        "layers: [{activation: relu}] | line 1, column 10: the layer has no 'units'",
        "layers: [{units: 2, l3: 1}] | line 1, column 21: a layer has no 'l3'; did you mean 'l2'?",
        "layers: [{units: [2]}] | line 1, column 18: 'units' takes one value, not a list here",
        "layers: [0] | --layer: a layer has 1 to 999999 units, not '0'",
      })
  void aWrongLayerOfASpecIsExplained(String spec, String part) {
    Outcome fit = runOn(spec.getBytes(StandardCharsets.UTF_8), "fit", IRIS, "--spec", "-");
    assertTrue(fit.fault(ExitCode.USAGE).contains(part), fit.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--activation relu | --activation has no effect without --hidden",
        "--layer 3:activation=relu --activation elu | --activation has no effect: every --layer has",
        "--force | --force has no effect: no file is written",
        "--hidden 3 --layer 3 | --hidden and --layer both say what the layers are",
        "--hidden 3,x | --hidden: a layer has 1 to 999999 units, not 'x'",
        "--hidden 3, | --hidden: a layer has 1 to 999999 units, not ''",
        "--hidden 3 --activation rel | there is no 'rel'; did you mean 'relu'?",
        "--hidden 3 --init random | --init takes zeros, uniform, glorot, he, not 'random'",
        "--layer 3:dropout=1 | dropout must be at least 0 and below 1, not '1'",
        "--layer 3:drop=0.1 | has no setting 'drop'; it has l2,activation,dropout=0",
        "--layer 3:dropout=0.1 --optimizer lbfgs | dropout needs an optimizer that takes steps",
        "--layer 3:dropout=0.1 --optimizer gd | dropout needs an optimizer that takes steps",
        "--batch-size 10 --optimizer lbfgs | --batch-size has no effect: lbfgs:memory=10 compares",
        "--batch-size 10 --hidden 4 --optimizer gd | gd with --batch-size needs a number for --lr",
        "--batch-size 0 | --batch-size must be auto, full or a number of rows, not '0'",
        "--batch-size x --lr 1 | --batch-size must be auto, full or a number of rows, not 'x'",
        "--l2 much | --l2 must be auto or a number of 0 or more, not 'much'",
      })
  void refusesWhatIsWrongOrHasNoEffect(String options, String part) {
    Outcome fit = fit(Cli.args(List.of(IRIS), options.split(" ")));
    assertTrue(fit.fault(ExitCode.USAGE).contains(part), fit.err());
    assertEquals("", fit.out());
  }

  @Test
  void numbersAreLearnedInStandardUnitsAndToldInTheirOwn() throws Exception {
    String model = folder.resolve("m.json").toString();
    String metrics = folder.resolve("m.csv").toString();
    Outcome fit =
        fit(data("diabetes"), "--hidden", "4", "--epochs", "30", "-o", model, "--params", metrics)
            .ok();
    double loss = Double.parseDouble(fit.out().lines().toList().get(1).split(",")[1]);
    assertTrue(loss > 3000 && loss < 20000, "the variance is 5930: " + loss);
    Outcome evaluated = run("evaluate", model, data("diabetes")).ok();
    List<String> lines = evaluated.out().lines().toList();
    double evaluatedLoss = Double.parseDouble(lines.get(2).split(",")[1]);
    double mse = Double.parseDouble(lines.get(3).split(",")[1]);
    assertEquals(evaluatedLoss, mse, 1e-9 * mse);
    double best =
        fit.out()
            .lines()
            .skip(1)
            .min((a, b) -> Double.compare(objective(a), objective(b)))
            .map(line -> Double.parseDouble(line.split(",")[1]))
            .orElseThrow();
    assertEquals(best, mse, 1e-9 * mse);
    List<String> parameters = Files.readAllLines(Path.of(metrics));
    assertEquals(1 + 11 * 4 + 5, parameters.size());
    assertTrue(parameters.get(45).startsWith("2,progression,h1_1,"), parameters.get(45));
  }

  private static double objective(String line) {
    return Double.parseDouble(line.split(",")[2]);
  }

  @Test
  void theParametersInTheDatasOwnUnitsPredictWhatTheModelPredicts() throws Exception {
    Path table = Files.writeString(folder.resolve("t.csv"), "x,y\n1,20\n3,60\n4,90\n9,100\n");
    String model = folder.resolve("m.json").toString();
    Outcome fit =
        fit(table.toString(), "--hidden", "2", "--epochs", "9", "-o", model, "--params", "-").ok();
    List<Double> value = new ArrayList<>();
    fit.out().lines().skip(1).forEach(l -> value.add(Double.parseDouble(l.split(",")[3])));
    assertEquals(7, value.size());
    List<String> predictions =
        run("predict", model, table.toString()).ok().out().lines().skip(1).toList();
    double[] x = {1, 3, 4, 9};
    for (int row = 0; row < x.length; row++) {
      double first = Math.tanh(value.get(0) * x[row] + value.get(1));
      double second = Math.tanh(value.get(2) * x[row] + value.get(3));
      double expected = value.get(4) * first + value.get(5) * second + value.get(6);
      assertEquals(expected, Double.parseDouble(predictions.get(row)), 1e-11 * expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--hidden 5", "--batch-size 16 --lr 0.1", "--layer 5:dropout=0.3"})
  void theSeedDecidesAllThatIsRandom(String options) {
    String[] args = Cli.args(List.of(IRIS, "--epochs", "4"), options.split(" "));
    Outcome one = fit(Cli.args(List.of(args), "--seed", "1")).ok();
    assertEquals(one, fit(Cli.args(List.of(args), "--seed", "1", "--threads", "2")).ok());
    assertNotEquals(one.out(), fit(Cli.args(List.of(args), "--seed", "2")).ok().out());
    assertEquals(fit(args).ok(), fit(Cli.args(List.of(args), "--seed", "42")).ok());
  }

  @Test
  void batchesOfAllRowsAreTheFullBatch() {
    Outcome full = fit(IRIS, "--optimizer", "adam", "--epochs", "5").ok();
    Outcome large = fit(IRIS, "--optimizer", "adam", "--epochs", "5", "--batch-size", "150").ok();
    assertEquals(full.out(), large.out());
    Outcome small = fit(IRIS, "--optimizer", "adam", "--epochs", "5", "--batch-size", "149").ok();
    assertNotEquals(full.out(), small.out());
  }

  @Test
  void withoutInterceptNoConstantIsLeftInTheModel() throws Exception {
    Path table = Files.writeString(folder.resolve("t.csv"), "x,y\n-1,190\n1,191\n0,193\n3,196\n");
    String model = folder.resolve("m.json").toString();
    fit(table.toString(), "--hidden", "3", "--no-intercept", "-o", model).ok();
    List<String> lines = run("predict", model, table.toString()).ok().out().lines().toList();
    assertEquals(0, Double.parseDouble(lines.get(3)), 0, "nothing comes of an input of 0");
    assertTrue(Double.parseDouble(lines.get(4)) > 5, "something was learned: " + lines);
  }
}
