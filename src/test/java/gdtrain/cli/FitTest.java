package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.rows;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fit prints and writes. */
class FitTest {
  private static final String IRIS = data("iris");

  @TempDir Path folder;

  @Test
  void logsEveryEpochFromTheEqualChancesOfThreeClassesToALowLoss() {
    Outcome fit = run("fit", IRIS).ok();

    assertEquals("epoch,loss,grad_norm,lr", fit.header());
    double[] loss = fit.numbers("loss");
    assertEquals(Math.log(3), loss[0], 1e-12);
    assertTrue(loss[loss.length - 1] <= 0.0400, "last loss " + loss[loss.length - 1]);
    assertEquals("", fit.rows().get(0).get("lr"));
    double[] epochs = fit.numbers("epoch");
    for (int i = 0; i < epochs.length; i++) {
      assertEquals(i, epochs[i]);
    }
    assertTrue(Arrays.stream(fit.numbers("lr")).skip(1).allMatch(lr -> lr > 0));
  }

  @Test
  void tellsPeopleWhyItStoppedHowGoodItIsAndTheParameters() {
    Outcome fit = run("fit", IRIS, "-v").ok();
    Outcome summary = run("fit", IRIS, "-q", "--log-format", "jsonl").ok();
    JsonNode result = json(summary.out().lines().reduce((a, b) -> b).orElseThrow());

    assertTrue(
        fit.err()
            .contains("\n%,d evaluations of loss".formatted(result.get("evaluations").intValue())));
    assertTrue(fit.err().contains("not converged: stopped after 1,000 epochs"), fit.err());
    assertTrue(fit.err().contains(", accuracy 0.986667"), fit.err());
    assertTrue(fit.err().contains(" (baseline 1.09861, skill 96.4 %)"), fit.err());
  }

  @Test
  void saysThatClassesAreSeparableWhereTheyAre() {
    String separable = "\nthe classes are separable: ";

    assertTrue(run("fit", data("breast_cancer")).ok().err().contains(separable));
    assertTrue(run("fit", data("mtcars"), "--target", "am").ok().err().contains(separable));
    assertFalse(
        run("fit", data("mtcars"), "--target", "am", "--l2", "0.01").err().contains(separable));
    assertFalse(run("fit", data("titanic"), "--epochs", "5").ok().err().contains(separable));
  }

  @Test
  void showsTheParametersInOriginalUnitsInATableWithAColumnForEachClass() {
    Outcome fit = run("fit", IRIS).ok();
    List<CSVRecord> parameters = run("fit", IRIS, "--params", "-").ok().rows();

    assertEquals(15, parameters.size());
    assertTrue(fit.err().contains("  input           setosa  versicolor  virginica\n"), fit.err());
    for (CSVRecord parameter : parameters) {
      String row =
          fit.err()
              .lines()
              .filter(line -> line.startsWith("  " + parameter.get("input") + " "))
              .collect(Collectors.joining());
      int column =
          List.of("setosa", "versicolor", "virginica").indexOf(parameter.get("output")) + 1;
      double shown = Double.parseDouble(row.strip().split(" +")[column]);
      double value = Double.parseDouble(parameter.get("value"));
      assertEquals(value, shown, 1e-5 * Math.abs(value));
    }
  }

  @Test
  void saysNothingWithQuietButStillLogs() {
    Outcome loud = run("fit", IRIS).ok();
    Outcome quiet = run("fit", IRIS, "-q").ok();

    assertEquals("", quiet.err());
    assertEquals(loud.out(), quiet.out());
  }

  @Test
  void logsAnObjectiveThatIsLossPlusPenalty() throws Exception {
    Path file = folder.resolve("p.csv");
    Outcome fit =
        run("fit", IRIS, "--l1", "0.001", "--l2", "0.05", "--params", file.toString()).ok();

    assertEquals("epoch,loss,objective,grad_norm,lr", fit.header());
    assertTrue(fit.err().contains("\nconverged after"), fit.err());
    double squares = 0;
    double sizes = 0;
    for (CSVRecord parameter : rows(Files.readString(file))) {
      if (!parameter.get("input").equals("(intercept)")) {
        double weight = Double.parseDouble(parameter.get("scaled_value"));
        squares += weight * weight;
        sizes += Math.abs(weight);
      }
    }
    CSVRecord last = fit.rows().get(fit.rows().size() - 1);
    double loss = Double.parseDouble(last.get("loss"));
    double objective = Double.parseDouble(last.get("objective"));
    assertEquals(loss + 0.05 / 2 * squares + 0.001 * sizes, objective, 1e-12);
    assertTrue(objective > loss + 0.01);
  }

  @Test
  void aModelWithoutInterceptHasNone() {
    String[] fit = {"fit", IRIS, "--epochs", "1", "--params", "-"};

    assertTrue(run(Cli.args(List.of(fit), "--intercept")).ok().out().contains("(intercept)"));
    assertFalse(run(Cli.args(List.of(fit), "--no-intercept")).ok().out().contains("(intercept)"));
  }

  @Test
  void logsTheTrainingLossAsValidationLossOfTheTrainingFile() {
    Outcome fit = run("fit", IRIS, "--validation", IRIS, "--epochs", "50").ok();

    assertEquals("epoch,loss,val_loss,grad_norm,lr", fit.header());
    assertArrayEquals(fit.numbers("loss"), fit.numbers("val_loss"), 1e-12);
  }

  @Test
  void keepsTheEpochOfTheLowestValidationLoss() throws Exception {
    Path model = folder.resolve("m.json");
    String[] patient = {"fit", data("titanic"), "--validation", "0.2", "--patience", "1000"};
    Outcome fit = run(Cli.args(List.of(patient), "-o", model.toString())).ok();

    double[] loss = fit.numbers("val_loss");
    JsonNode result = json(Files.readString(model)).at("/run/result");
    assertEquals(lowest(loss), result.get("kept_epoch").intValue());
    assertEquals(loss[lowest(loss)], result.get("validation_loss").doubleValue());
    assertTrue(lowest(loss) < loss.length - 1, "the last epoch is the best; nothing to keep");
  }

  @Test
  void stopsByPatienceSoManyEpochsAfterTheLowestValidationLoss() {
    String[] command = {"fit", data("titanic"), "--validation", "0.2", "--patience", "4"};
    Outcome fit = run(command).ok();

    double[] loss = fit.numbers("val_loss");
    assertEquals(lowest(loss) + 4, loss.length - 1);
    assertTrue(fit.err().contains("by --patience"), fit.err());
  }

  private static int lowest(double[] values) {
    int lowest = 0;
    for (int i = 1; i < values.length; i++) {
      lowest = values[i] < values[lowest] ? i : lowest;
    }
    return lowest;
  }

  @Test
  void drawsTheValidationRowsBySeed() {
    String[] command = {"fit", IRIS, "--validation", "0.3", "--epochs", "9", "--seed"};
    String seven = run(Cli.args(List.of(command), "7")).ok().out();

    assertEquals(seven, run(Cli.args(List.of(command), "7")).ok().out());
    assertNotEquals(seven, run(Cli.args(List.of(command), "8")).ok().out());
    assertEquals(
        run("fit", IRIS, "--validation", "0.3", "--epochs", "9").ok().out(),
        run(Cli.args(List.of(command), "42")).ok().out());
  }

  @Test
  void takesStepsOfAConstantLengthIfToldTo() {
    Outcome fit = run("fit", IRIS, "--lr", "0.1", "--epochs", "3").ok();

    assertArrayEquals(new double[] {Double.NaN, 0.1, 0.1, 0.1}, fit.numbers("lr"));
  }

  @Test
  void measuresTheStartWithoutAnyEpoch() {
    assertEquals(1, run("fit", IRIS, "--epochs", "0").ok().rows().size());
  }

  @Test
  void writesTheSameParametersToStandardOutputAndToAFile() throws Exception {
    Path file = folder.resolve("parameters.csv");
    Outcome printed = run("fit", IRIS, "--params", "-").ok();
    Outcome logged = run("fit", IRIS, "--params", file.toString()).ok();

    assertEquals("layer,output,input,value,scaled_value", printed.header());
    assertEquals(printed.out(), Files.readString(file));
    assertEquals("epoch,loss,grad_norm,lr", logged.header());
  }

  @Test
  void endsAtDivergenceWithTheLastFiniteEpochAndSavesNoModel() throws Exception {
    String[] outputs = {
      "-o", folder.resolve("m.json").toString(), "--params", folder.resolve("p.csv").toString()
    };
    Outcome fit =
        run(Cli.args(List.of("fit", data("longley"), "--target", "TOTEMP", "--lr", "10"), outputs));

    String sentence = fit.fault(ExitCode.DIVERGED);
    double[] loss = fit.numbers("loss");
    String epoch = "diverged at epoch " + (loss.length - 1) + ", whose loss is ";
    assertTrue(Arrays.stream(loss).allMatch(Double::isFinite));
    assertTrue(loss[loss.length - 1] > 1e6 * loss[0]);
    assertTrue(sentence.startsWith(epoch) && !sentence.contains("finite"), sentence);
    assertTrue(sentence.contains("; try: gdtrain fit "), sentence);
    assertEquals(List.of("p.csv"), Cli.files(folder));
  }

  @Test
  void namesTheEpochBeforeTheOneThatIsNoNumber() {
    Outcome fit = run("fit", data("longley"), "--target", "TOTEMP", "--lr", "1e200");

    String sentence = fit.fault(ExitCode.DIVERGED);
    assertTrue(
        sentence.startsWith(
            "diverged at epoch 1; the last finite epoch is 0; the best was epoch 0 with loss "),
        sentence);
    assertEquals("Infinity", fit.rows().get(1).get("loss"));
  }

  @Test
  void putsNeitherTimeNorThreadsNorFileNamesOfOutputsIntoTheModel() throws Exception {
    Path model = folder.resolve("some-model.json");
    run("fit", IRIS, "-o", model.toString(), "--threads", "2").ok();

    String text = Files.readString(model);
    assertFalse(text.contains("some-model") || text.contains("threads"), text);
  }
}
