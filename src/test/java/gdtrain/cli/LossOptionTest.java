package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import gdtrain.loss.Losses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice of a loss, from the command line into the model file and the predictions. */
class LossOptionTest {
  private static final String TITANIC = data("titanic");

  @TempDir Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iris | --loss hinge | does not suit target 'species' with 3 classes; softmax-cross-entropy and focal do",
        "mtcars | --target mpg --loss focal | does not suit target 'mpg' of numbers; mse, mae, huber,",
        "iris | --loss cross-entropy | there is no 'cross-entropy'",
        "iris | --loss focal:beta=1 | focal has no setting 'beta'; it has gamma=2",
        "mtcars | --target mpg --loss mae --lr 1 --tolerance 1e-6 | --tolerance has no effect with --loss mae",
        "iris | --class-weight setosa | --class-weight takes balanced or LABEL=N,LABEL=N, not 'setosa'",
        "iris | --class-weight setosa=2, | takes balanced or LABEL=N",
        "iris | --class-weight setosa=-1 | 'setosa' must weigh 0 or more, not '-1'",
        "iris | --class-weight setosa=many | 'setosa' must weigh 0 or more, not 'many'",
        "iris | --class-weight setosa=1,setosa=2 | --class-weight sets 'setosa' twice",
        "iris | --class-weight rose=2 | target 'species' has no class 'rose'; its classes are setosa, versicolor, virginica",
        "iris | --class-weight setosa=0,versicolor=0,virginica=0 | leaves no training row with a weight",
        "mtcars | --target mpg --class-weight balanced | needs classes, but target 'mpg' is a number",
      })
  void whatDoesNotGoIsSaid(String set, String options, String part) {
    String[] arguments = Cli.args(List.of("fit", data(set)), options.split(" "));
    String sentence = run(arguments).fault(ExitCode.USAGE);
    assertTrue(sentence.contains(part), sentence);
  }

  @ParameterizedTest
  @CsvSource({"poisson,-1,0 or more", "gamma,0,above 0"})
  void aTargetThatTheLossCannotTakeIsPointedAt(String loss, String value, String range)
      throws Exception {
    Path bad = file("bad.csv", "x,y\n1,3\n2," + value + "\n3,2.5\n4,1\n");
    Path good = file("good.csv", "x,y\n1,3\n2,4\n3,2.5\n4,1\n");
    Path model = folder.resolve("model.json");
    String expected =
        "%s, line 3, column 'y': '%s' is no target for this loss, which needs %s everywhere"
            .formatted(bad, value, range);

    assertEquals(expected, run("fit", bad.toString(), "--loss", loss).fault(ExitCode.DATA));
    assertEquals(
        expected,
        run("fit", good.toString(), "--loss", loss, "--validation", bad.toString())
            .fault(ExitCode.DATA));
    run("fit", good.toString(), "--loss", loss, "-o", model.toString()).ok();
    assertEquals(expected, run("evaluate", model.toString(), bad.toString()).fault(ExitCode.DATA));
  }

  @Test
  void aModelKeepsItsLossWithItsSettings() {
    String model = folder.resolve("model.json").toString();
    run("fit", TITANIC, "--loss", "focal:gamma=1.5", "-o", model).ok();
    assertTrue(run("show", model).ok().out().contains("loss: focal:gamma=1.5\n"));
    double[] no = run("predict", model, TITANIC).ok().numbers("probability_no");
    assertTrue(Arrays.stream(no).allMatch(p -> p > 0 && p < 1));
  }

  @Test
  void hingeTellsClassesWithoutProbabilities() {
    String model = folder.resolve("model.json").toString();
    run("fit", TITANIC, "--loss", "squared-hinge", "-o", model).ok();
    Outcome predictions = run("predict", model, TITANIC).ok();
    assertEquals("prediction", predictions.header());
    List<CSVRecord> truths = Cli.rows(read(TITANIC));
    List<CSVRecord> found = predictions.rows();
    long right =
        IntStream.range(0, truths.size())
            .filter(i -> found.get(i).get(0).equals(truths.get(i).get("survived")))
            .count();
    String figures = run("evaluate", model, TITANIC).ok().out();
    double accuracy = figure(figures, "accuracy,");
    assertEquals(right / 1309.0, accuracy, 1e-12);
    assertTrue(accuracy > 0.75);
    assertTrue(figure(figures, "auc,") > 0.8, "raw outputs rank, too");
  }

  private static double figure(String text, String name) {
    String rest = text.substring(text.indexOf("\n" + name) + name.length() + 1);
    return Double.parseDouble(rest.lines().findFirst().orElseThrow());
  }

  @Test
  void poissonPredictsCounts() {
    String model = folder.resolve("model.json").toString();
    String randhie = data("randhie");
    run("fit", randhie, "--target", "mdvis", "--loss", "poisson", "-o", model).ok();
    double[] predictions = run("predict", model, randhie).ok().numbers("prediction");
    double[] truths =
        Cli.rows(read(randhie)).stream().mapToDouble(r -> Double.parseDouble(r.get(0))).toArray();
    assertEquals(
        Arrays.stream(truths).average().orElseThrow(),
        Arrays.stream(predictions).average().orElseThrow(),
        1e-6,
        "the intercept's gradient is the mean of mu - y");
    assertTrue(Arrays.stream(predictions).allMatch(mu -> mu > 0));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aClassWeightIsAWeightOfItsRowsInTheLossOnly() throws Exception {
    StringBuilder weighted = new StringBuilder("passenger_class,sex,w,survived\n");
    for (CSVRecord row : Cli.rows(read(TITANIC))) {
      String weight = row.get("survived").equals("yes") ? "3" : "1";
      weighted.append(String.join(",", row.get(1), row.get(2), weight, row.get(4))).append('\n');
    }
    String file = file("weighted.csv", weighted.toString()).toString();
    Outcome byColumn = run("fit", file, "--weight", "w", "--params", "-").ok();
    Outcome byClass =
        run("fit", file, "--exclude", "w", "--class-weight", "yes=3", "--params", "-").ok();
    Outcome plain = run("fit", file, "--exclude", "w", "--params", "-").ok();

    assertArrayEquals(byColumn.numbers("value"), byClass.numbers("value"), 1e-6);
    assertNotEquals(plain.numbers("value")[0], byClass.numbers("value")[0], 0.01);
    String end = " (?=accuracy)"; // behind loss and baseline
    assertEquals(training(byColumn).split(end)[0], training(byClass).split(end)[0]);
    assertNotEquals(training(byColumn), training(byClass), "metrics unweighted");
  }

  private static String training(Outcome outcome) {
    return outcome.err().lines().filter(l -> l.startsWith("training: ")).findFirst().orElseThrow();
  }

  @Test
  void whereSearchedStepsGetStuckIsSaid() {
    List<String> mae = List.of("fit", data("mtcars"), "--target", "mpg", "--loss", "mae");
    String err = run(Cli.args(mae, "--optimizer", "lbfgs")).ok().err();
    assertFalse(err.contains("converged after"), err);
    assertTrue(err.contains("the slope of mae jumps, where searched steps get stuck"), err);
    assertTrue(err.contains("--optimizer gd comes nearer"), err);
  }

  @Test
  void helpListsEveryLossWithItsSettings() {
    String help = run("fit", "--help", "all").ok().out().replaceAll("\\s+", "");
    for (String loss : Losses.CATALOG.complete()) {
      assertTrue(help.contains(loss), loss);
    }
  }

  @Test
  void theLossIsNamedWithBlanks() {
    String err =
        run("fit", data("iris"), "--loss", "softmax-cross-entropy:smoothing=1e-5").ok().err();
    assertTrue(err.contains("\nsoftmax cross entropy:smoothing=1e-5 with 15 parameters"), err);
    assertFalse(err.contains("separable"), err);
  }
}
