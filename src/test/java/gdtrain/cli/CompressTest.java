package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are compressed give what all of them give. */
class CompressTest {
  private static final String DIABETES = Cli.data("diabetes");

  @TempDir Path folder;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static Outcome fit(String line, String... more) {
    String[] words = ("datasets/" + line).split(" ");
    return run(Cli.args(List.of(Cli.args(List.of("fit", "-v"), words)), more));
  }

  private static boolean compressed(Outcome outcome) {
    return outcome.err().contains(", compressed to ");
  }

  private static void assertClose(double[] expected, double[] actual, double relative) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], relative * Math.abs(expected[i]), "row " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "norris.csv --target y --lr 0.1",
        "norris.csv --target y --scale none --lr 1e-7",
        "diabetes.csv --lr 0.1 --validation 0.3",
        "diabetes.csv --lr 1e-6 --scale none",
        "diabetes.csv --lr 0.01 --optimizer momentum --l2 0.1",
        "diabetes.csv --lr 0.05 --l1 2",
        "diabetes.csv --lr 0.002 --no-intercept --weight age",
        "diabetes.csv --optimizer adam --schedule cosine --clip-norm 20",
        "penguins.csv --target body_mass_g --lr 0.02 --encode full",
        "penguins.csv --target body_mass_g --lr 0.001 --degree 2 --interactions --weight year",
        "randhie.csv --target mdvis --task regression --lr 0.05 --validation 0.2",
        "randhie.csv --target mdvis --task regression --lr 1e-4 --scale none"
      })
  void theLogIsThatOfAllRows(String line) {
    String[] settings = {"--epochs", "150", "--tolerance", "0"};
    Outcome direct = fit(line + " --no-compress", settings).ok();
    Outcome compressed = fit(line, settings).ok();
    assertFalse(compressed(direct), direct.err());
    assertTrue(compressed(compressed), compressed.err());
    assertEquals(direct.header(), compressed.header());
    List<String> columns = new ArrayList<>(List.of(direct.header().split(",")));
    columns.remove("lr"); // empty before the first step
    if (line.startsWith("norris")) {
      columns.remove("grad_norm"); // rounding, after a few epochs
    }
    for (String column : columns) {
      assertClose(direct.numbers(column), compressed.numbers(column), 1e-9);
    }
  }

  /** Automatic rates amplify the last digits on the way, not at its end. */
  @ParameterizedTest
  @ValueSource(strings = {"norris.csv --target y", "diabetes.csv", "penguins.csv --target 6"})
  void theMinimumIsTheSameAtAutomaticRates(String line) {
    Outcome direct = fit(line + " --no-compress", "--params", "-").ok();
    Outcome compressed = fit(line, "--params", "-").ok();
    assertTrue(compressed(compressed), compressed.err());
    assertClose(direct.numbers("value"), compressed.numbers("value"), 1e-6);
  }

  @Test
  void theSentenceOnTheRunSaysHowFewRowsThereAre() {
    Outcome fit = fit("diabetes.csv", "--epochs", "2").ok();

    String expected = "mse with 11 parameters on 442 rows, compressed to 12 by QR; gd at";
    assertTrue(fit.err().contains(expected), fit.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mtcars.csv --target mpg --lr 0.1",
        "diabetes.csv --loss huber --lr 0.1",
        "diabetes.csv --lr 0.01 --batch-size 10",
        "diabetes.csv --hidden 3",
        "titanic.csv --target survived --lr 0.1",
      })
  void allRowsAreDescendedOnWhereTheyAreFewOrTheRunNeedsThem(String line) {
    assertFalse(compressed(fit(line, "--epochs", "2").ok()));
  }

  @Test
  void fewRowsAreNoReasonToRefuseTheOption() {
    String cars = "mtcars.csv --target mpg --lr 0.1 --epochs 5";
    assertEquals(fit(cars).ok(), fit(cars + " --no-compress").ok());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "diabetes.csv --hidden 3 | hidden layers",
        "diabetes.csv --loss mae --lr 1 | the loss mae",
        "iris.csv | the loss softmax-cross-entropy",
        "diabetes.csv --batch-size 20 --lr 0.1 | batches of 20 rows"
      })
  void isRefusedWhereRowsAreNeverCompressed(String line, String reason) {
    Outcome fit = fit(line + " --no-compress");

    assertEquals(
        "--no-compress has no effect with "
            + reason
            + ": only full batches of a linear model under mse are compressed",
        fit.fault(ExitCode.USAGE));
    assertEquals("", fit.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cv", "sweep", "explain", "check", "terrain"})
  void everyCommandThatTrainsTakesItAndRefusesIt(String command) {
    String rates = command.equals("sweep") ? "0.1,0.2" : "0.1";
    String[] options = {"--no-compress", "--lr", rates, "--epochs", "2"};
    run(Cli.args(List.of(command, DIABETES), options)).ok();

    Outcome refused = run(Cli.args(List.of(command, Cli.data("iris")), options));

    assertTrue(refused.fault(ExitCode.USAGE).startsWith("--no-compress has no effect"));
  }

  @Test
  void batchesOfAllRowsAreTheFullBatchHereToo() {
    String line = "diabetes.csv --lr 0.1 --epochs 5";
    assertEquals(fit(line).ok().out(), fit(line + " --batch-size 442").ok().out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--lr 0.1", "--scale none"})
  void threadsDoNotChangeABit(String options) {
    String line = "randhie.csv --target mdvis --task regression " + options;
    Outcome one = fit(line, "--epochs", "20", "--threads", "1").ok();
    assertTrue(compressed(one));
    for (String threads : new String[] {"2", "3"}) {
      assertEquals(one, fit(line, "--epochs", "20", "--threads", threads).ok());
    }
  }

  /** The log's loss stands beside figures of all rows. */
  @Test
  void qualityIsOfAllRows() {
    Outcome fit = fit("diabetes.csv --epochs 9 --lr 0.1 --metrics " + file("m")).ok();
    JsonNode metrics = Cli.json(read("m")).get("train");
    assertTrue(compressed(fit));
    double loss = metrics.get("loss").asDouble();
    assertEquals(442, metrics.get("rows").asInt());
    assertEquals(loss, metrics.get("mse").asDouble(), 1e-12 * loss);
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void explainShowsTheRunThatFitDoes() {
    String[] run = {"--lr", "auto", "--epochs", "30"};
    double[] losses = fit("diabetes.csv", run).ok().numbers("loss");
    List<String> line = List.of(Cli.args(List.of("explain", DIABETES, "--format", "json"), run));

    JsonNode explained = Cli.json(run(Cli.args(line, "--at", "20")).ok().out());

    assertEquals(losses[20], explained.get("loss").asDouble());
    JsonNode direct = Cli.json(run(Cli.args(line, "--at", "0", "--no-compress")).ok().out());
    JsonNode compressed = Cli.json(run(Cli.args(line, "--at", "0")).ok().out());
    assertSameNumbers(direct, compressed);
  }

  private static void assertSameNumbers(JsonNode expected, JsonNode actual) {
    assertEquals(expected.size(), actual.size());
    if (expected.isNumber()) {
      assertEquals(expected.asDouble(), actual.asDouble(), 1e-8 * Math.abs(expected.asDouble()));
    }
    List<JsonNode> others = new ArrayList<>();
    actual.forEach(others::add);
    int i = 0;
    for (JsonNode part : expected) {
      assertSameNumbers(part, others.get(i++));
    }
  }

  @Test
  void aModelRemembersAndItsRunGoesOnAsItBegan() {
    fit("diabetes.csv --epochs 3 --lr 0.1 --no-compress -o " + file("all")).ok();
    fit("diabetes.csv --epochs 3 --lr 0.1 -o " + file("few")).ok();
    assertFalse(settings("all").get("compress").asBoolean());
    assertTrue(settings("few").get("compress").asBoolean());

    assertFalse(compressed(run("explain", "-v", DIABETES, "--model", file("all")).ok()));
    assertTrue(compressed(run("explain", "-v", DIABETES, "--model", file("few")).ok()));
  }

  private JsonNode settings(String model) {
    return Cli.json(read(model)).get("run").get("settings");
  }

  @Test
  void aCheckpointIsOfOneOfBothOnly() {
    String line = "diabetes.csv --lr auto --tolerance 0 --epochs ";
    String whole = fit(line + 40).ok().out();
    fit(line + "25 --checkpoint " + file("c")).ok();

    Outcome again = fit(line + "40 --resume " + file("c")).ok();
    Outcome other = fit(line + "40 --no-compress --resume " + file("c"));

    assertTrue(whole.endsWith(again.out().substring(again.header().length())));
    assertTrue(other.fault(ExitCode.USAGE).contains("its run has compress: true"), other.err());
  }

  /** Columns that follow from others, a constant target, and rows without weight. */
  @Test
  void rowsThatTellLittleGiveTheSame() throws Exception {
    StringBuilder csv = new StringBuilder("a,b,c,k,w,y,z\n");
    for (int i = 0; i < 60; i++) {
      double a = Math.sin(i);
      csv.append("%s,%s,%s,7,%d,%s,5\n".formatted(a, i, 2 * a - i, i % 4 == 0 ? 0 : 1, i * a));
    }
    Path table = Files.writeString(folder.resolve("t.csv"), csv);
    for (String target : new String[] {"y", "z"}) {
      String[] line = {"--target", target, "--weight", "w", "--lr", "0.05", "--epochs", "40"};
      List<String> fit = List.of(Cli.args(List.of("fit", "-v", table.toString()), line));
      Outcome direct = run(Cli.args(fit, "--no-compress")).ok();
      Outcome compressed = run(Cli.args(fit)).ok();
      assertTrue(compressed(compressed), compressed.err());
      assertClose(direct.numbers("loss"), compressed.numbers("loss"), 1e-9);
    }
  }

  @Test
  void aDivergingRunDivergesInTheSameEpoch() {
    Outcome direct = fit("diabetes.csv --lr 0.9 --no-compress");
    Outcome compressed = fit("diabetes.csv --lr 0.9");

    direct.fault(ExitCode.DIVERGED);
    compressed.fault(ExitCode.DIVERGED);
    assertClose(direct.numbers("loss"), compressed.numbers("loss"), 1e-9);
  }

  @Test
  void aSpecSaysItWithAKey() throws Exception {
    String[] settings = {"--epochs", "4", "--lr", "0.1"};
    Path spec = Files.writeString(folder.resolve("s.yaml"), "compress: false\n");

    Outcome of = fit("diabetes.csv --spec " + spec, settings).ok();

    assertEquals(fit("diabetes.csv --no-compress", settings).ok().out(), of.out());
    assertFalse(compressed(of));
    assertNotEquals(of.err(), fit("diabetes.csv", settings).ok().err());
    assertArrayEquals(
        new String[] {"compress: false"},
        fit("diabetes.csv --no-compress --print-spec")
            .ok()
            .out()
            .lines()
            .filter(line -> line.startsWith("compress"))
            .toArray());
  }
}
