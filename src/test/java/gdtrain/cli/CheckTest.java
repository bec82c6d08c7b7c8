package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.command.CheckCommand;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.loss.Losses;
import gdtrain.network.Activation;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.run.setting.NetworkSettings;
import gdtrain.run.setting.RunSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command check. */
class CheckTest {
  private static final String IRIS = data("iris");
  private static final String MTCARS = data("mtcars");

  @TempDir Path folder;

  static Stream<Arguments> lossesAndActivations() {
    return Losses.CATALOG.names().stream()
        .flatMap(
            loss ->
                Stream.concat(Stream.of(""), Activations.CATALOG.names().stream())
                    .map(activation -> Arguments.of(loss, activation)));
  }

  /** A command line on rows that suit the loss. */
  private static List<String> command(String loss) {
    boolean numbers = Losses.CATALOG.choose(loss).targets().include(0);
    boolean two = Losses.CATALOG.choose(loss).targets().include(2);
    List<String> command = new ArrayList<>(List.of("check", numbers || two ? MTCARS : IRIS));
    if (numbers || two) {
      command.addAll(List.of("--target", numbers ? "mpg" : "am"));
    }
    command.addAll(List.of("--loss", loss));
    return command;
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explain"})
  void testRowsAreNotForLookingIn(String command) {
    String sentence = run(command, IRIS, "--test", IRIS).fault(ExitCode.USAGE);

    assertTrue(sentence.startsWith("--test has no effect with " + command + ", "), sentence);
  }

  @ParameterizedTest
  @MethodSource("lossesAndActivations")
  void everyLossPassesWithEveryActivation(String loss, String activation) {
    List<String> command = command(loss);
    if (!activation.isEmpty()) {
      command.addAll(List.of("--hidden", "4,3", "--activation", activation));
    }
    Outcome check = run(command.toArray(String[]::new)).ok();

    int layers = activation.isEmpty() ? 1 : 3;
    assertEquals(layers + 1, check.out().lines().count(), check.out());
    assertTrue(check.err().contains("backpropagation is right: no error above "), check.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--l2 0.1",
        "--l1 0.1",
        "--scale none",
        "--scale minmax --no-intercept",
        "--at end",
        "--at 3 --lr 0.1",
        "--at 2 --hidden 8 --batch-size 10",
        "--hidden 4 --layer 3",
        "--layer 8:dropout=0.5 --layer 4:l2=0.3,activation=relu",
        "--hidden 3 --init he",
        "--optimizer adam --epochs 2 --at end",
        "--loss huber --weight wt"
      })
  void settingsOfFitPass(String options) {
    Outcome check = run(Cli.args(List.of("check", MTCARS, "--target", "mpg"), options.split(" ")));
    if (options.contains("--hidden 4 --layer")) {
      assertTrue(check.fault(ExitCode.USAGE).contains("both say"), check.err());
      return;
    }
    check.ok();
    assertEquals(
        options.contains("dropout"), check.err().contains("dropout leaves nothing out"), "dropout");
  }

  @ParameterizedTest
  @CsvSource({
    "mtcars, relu, mse, 1",
    "mtcars, relu, mse, 3",
    "mtcars, leaky-relu, mse, 1",
    "mtcars, leaky-relu, mse, 5",
    "longley, leaky-relu, mse, 2",
    "xor, relu, squared-hinge, 0"
  })
  void descentThatEndsBesideKinksIsNotAccused(
      String table, String activation, String loss, String seed) {
    String[] network = {"--hidden", "4", "--activation", activation, "--loss", loss};
    run(Cli.args(List.of("check", data(table), "--at", "end", "--seed", seed, "-q"), network)).ok();
  }

  @Test
  void aSavedModelIsChecked() {
    String model = folder.resolve("m.json").toString();
    run("fit", IRIS, "--hidden", "4", "--epochs", "3", "-q", "--log-format", "none", "-o", model)
        .ok();

    Outcome check = run("check", IRIS, "--model", model).ok();
    assertEquals(3, check.out().lines().count(), check.out());
    String fault = run("check", IRIS, "--model", model, "--l2", "1").fault(ExitCode.USAGE);
    assertTrue(fault.contains("--l2 has no effect with --model"), fault);
  }

  @Test
  void csvAndJsonHaveTheSameFigures() {
    String[] command = {"check", IRIS, "--hidden", "5", "-q", "--format"};
    Outcome csv = run(Cli.args(List.of(command), "csv")).ok();
    JsonNode json = json(run(Cli.args(List.of(command), "json")).ok().out());

    assertEquals(
        "layer,parameters,checked,excused,error,output,input,backpropagated,differences",
        csv.header());
    assertEquals("", csv.err());
    assertEquals(1e-6, json.get("tolerance").doubleValue());
    double worst = 0;
    for (int i = 0; i < 2; i++) {
      CSVRecord row = csv.rows().get(i);
      JsonNode layer = json.at("/layers/" + i);
      row.toMap().forEach((name, cell) -> assertEquals(cell, layer.get(name).asText(), name));
      double distance =
          Math.abs(
              Double.parseDouble(row.get("backpropagated"))
                  - Double.parseDouble(row.get("differences")));
      assertTrue(Double.parseDouble(row.get("error")) * 10 > distance);
      worst = Math.max(worst, Double.parseDouble(row.get("error")));
    }
    assertEquals(worst, json.get("error").doubleValue());
    assertEquals("25", csv.rows().get(0).get("parameters"));
    assertEquals("18", csv.rows().get(1).get("checked"));
  }

  @Test
  void someParametersOfALargeLayerAreDrawnBySeed() {
    String[] command = {"check", data("digits"), "--hidden", "16", "--format", "csv"};
    Outcome some = run(command).ok();

    assertTrue(
        some.err().contains("layer 1: 137 of 992 parameters are checked, drawn by --seed"),
        some.err());
    assertEquals("137", some.rows().get(0).get("checked"));
    assertEquals(some, run(command));
    assertFalse(some.out().equals(run(Cli.args(List.of(command), "--seed", "7")).ok().out()));
  }

  @Test
  void allParametersAreCheckedWhereThatIsWanted() {
    Outcome all =
        run("check", data("digits"), "--hidden", "4", "--all", "--format", "csv", "-q").ok();

    assertEquals("248", all.rows().get(0).get("checked"));
  }

  @Test
  void aToleranceThatDifferencesCannotTellFails() {
    Outcome check = run("check", IRIS, "--tolerance", "1e-18");

    String fault = check.fault(ExitCode.INTERNAL);
    assertTrue(
        fault.startsWith(
            "layer 1 cannot be checked here, since differences tell the slopes of only"),
        fault);
    assertEquals(2, check.out().lines().count());
  }

  @Test
  void aPointWhereNoSlopeIsTellableDoesNotPass() throws IOException {
    List<String> start = new ArrayList<>(Cli.overflowing(folder));
    start.set(0, "check");
    Outcome check = run(start.toArray(String[]::new));

    assertEquals(ExitCode.INTERNAL, check.code(), check.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tolerance 0 | --tolerance must be a number above 0, not 0.0",
        "--format xml | --format takes table, csv, json, not 'xml'",
        "--patience 3 | unexpected option '--patience'",
        "--at soon | --at takes start, end or the number of an epoch, not 'soon'",
        "--at 2000 | --at 2000 is behind the last epoch, 1000; --epochs allows more"
      })
  void refusesWhatIsWrongOrHasNoEffect(String options, String part) {
    String fault = run(Cli.args(List.of("check", IRIS), options.split(" "))).fault(ExitCode.USAGE);

    assertTrue(fault.startsWith(part), fault);
  }

  /** The same function as tanh, with the sign of its derivative turned. */
  private record Faulty() implements Activation {
    private static final Activation TANH = Activations.CATALOG.choose("tanh");

    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public void forward(double[] z, double[] f, int count) {
      TANH.forward(z, f, count);
    }

    @Override
    public void backward(double[] z, double[] f, double[] slope, int count) {
      TANH.backward(z, f, slope, count);
      for (int i = 0; i < count; i++) {
        slope[i] = -slope[i];
      }
    }
  }

  /** Settings with the fault planted in one of the hidden layers. */
  private static RunSettings faulty(RunSettings right, int layer) {
    List<Layer> layers = new ArrayList<>(right.network().hidden());
    layers.set(layer - 1, new Layer(layers.get(layer - 1).units(), new Faulty()));
    return right.withNetwork(new NetworkSettings(layers, right.network().initializer()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void namesTheLayerOfAPlantedFault(int layer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    Invocation invocation =
        Commands.invocation(
            List.of("check", IRIS, "--hidden", "6,5,4", "--format", "csv", "-q"), console.in());
    int code = new CheckCommand(settings -> faulty(settings, layer)).run(invocation, console);
    Outcome outcome =
        new Outcome(
            code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));

    String fault = outcome.fault(ExitCode.INTERNAL);
    assertTrue(
        fault.startsWith("backpropagation is wrong in layer %d (faulty): ".formatted(layer)),
        fault);
    double[] errors = outcome.numbers("error");
    assertEquals(4, errors.length);
    for (int i = 0; i < errors.length; i++) {
      assertEquals(i < layer, errors[i] > 0.1, "layer " + (i + 1) + ": " + errors[i]);
    }
  }

  /** Where the classes are told, slopes are sigmoid - 1 and hold the rounding of 1. */
  @Test
  void slopesThatAreLostInRoundingAreNotAccused() {
    String rows = "a,b,y\n1,5,0\n2,3,1\n3,8,0\n4,1,1\n5,2,1\n";
    byte[] bytes = rows.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Outcome check = Cli.runOn(bytes, "check", "-", "--at", "end");
    assertFalse(check.err().contains("backpropagation is wrong"), check.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explain", "terrain --slice"})
  void theEndOfARunThatDivergesIsSaidToBeItsBestEpoch(String command) {
    String options = " --target mpg --lr 9 --at end " + MTCARS;
    String err = run((command + options).split(" ")).ok().err();

    assertTrue(
        err.matches(
            "(?s).*warning: the run diverged at epoch [0-9]+; --at end is epoch 0, the best.*"),
        err);
    assertFalse(run((command + options.replace("9", "0.1")).split(" ")).err().contains("diverged"));
  }
}
