package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fit --warm-start}: the model predicts before the first step what it predicted before. */
class WarmStartTest {
  @TempDir Path folder;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** Every third row of a dataset, so that means and deviations are others. */
  private String third(String name) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(data(name)));
    StringBuilder csv = new StringBuilder(lines.get(0)).append('\n');
    for (int i = 1; i < lines.size(); i += 3) {
      csv.append(lines.get(i)).append('\n');
    }
    return Files.writeString(folder.resolve(name + ".csv"), csv).toString();
  }

  private double evaluated(String model, String table) {
    for (CSVRecord row : run("evaluate", model, table).ok().rows()) {
      if (row.get("metric").equals("loss")) {
        return Double.parseDouble(row.get("value"));
      }
    }
    throw new AssertionError("no loss");
  }

  @ParameterizedTest
  @CsvSource({"mtcars,mpg,0", "iris,species,0.01", "diabetes,progression,0"})
  void aConvergedModelStaysNearlyWhereItIs(String name, String target, String penalty) {
    String[] fit = {"fit", data(name), "--target", target, "--l2", penalty, "-q", "-o"};
    run(Cli.args(List.of(fit), file("m"))).ok();
    run(Cli.args(List.of(fit), file("n"), "--warm-start", file("m"))).ok();

    String model = file("n");
    assertTrue(Cli.json(read(model)).get("run").get("result").get("epochs").asInt() < 10);
    double loss = evaluated(file("m"), data(name));
    assertEquals(loss, evaluated(model, data(name)), 1e-8 * loss);
  }

  private static String read(String name) {
    try {
      return Files.readString(Path.of(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "iris,species,--scale=standard",
    "iris,species,--scale=minmax",
    "iris,species,--scale=none",
    "iris,species,--interactions",
    "iris,species,--degree=2",
    "mtcars,mpg,--exclude=model",
    "diabetes,progression,--hidden=4"
  })
  void theFirstRowIsTheLossOfTheModelOnOtherData(String name, String target, String option)
      throws Exception {
    String other = third(name);
    run("fit", data(name), "--target", target, option, "-o", file("m")).ok();

    String[] warm = {"fit", other, "--target", target, option, "--warm-start", file("m")};
    Outcome started = run(Cli.args(List.of(warm), "--epochs", "0")).ok();

    double loss = evaluated(file("m"), other);
    assertEquals(loss, started.numbers("loss")[0], 1e-9 * loss);
  }

  @Test
  void refusesAStartOfAnotherKindBesideIt() {
    run("fit", data("iris"), "--hidden", "3", "--epochs", "1", "-o", file("m")).ok();
    String[] both = {"fit", data("iris"), "--hidden", "3", "--init", "he", "--warm-start"};

    assertEquals(
        "--init has no effect with --warm-start",
        run(Cli.args(List.of(both), file("m"))).fault(ExitCode.USAGE));
    assertEquals(
        "--warm-start %s does not fit this run: its hidden layers are 3 tanh, those of this run none"
            .formatted(file("m")),
        run("fit", data("iris"), "--warm-start", file("m")).fault(ExitCode.DATA));
  }

  @Test
  void refusesAModelWhoseRawOutputMeansSomethingElse() {
    String[] fit = {"fit", data("mtcars"), "--target", "mpg"};
    run(Cli.args(List.of(fit), "-o", file("m"), "--epochs", "3")).ok();
    assertTrue(
        run(Cli.args(List.of(fit), "--loss", "poisson", "--warm-start", file("m")))
            .fault(ExitCode.DATA)
            .endsWith("raw outputs are the number, those of this run the logarithm of the number"));
    run(Cli.args(List.of(fit), "--loss", "huber", "--warm-start", file("m"))).ok();
  }

  @Test
  void refusesAModelThatDoesNotFit() throws Exception {
    String iris = data("iris");
    run("fit", iris, "-o", file("m"), "--epochs", "3").ok();
    String start = "--warm-start " + file("m") + " does not fit this run: its ";

    for (String option : List.of("--exclude=1", "--target=1", "--degree=2", "--no-intercept")) {
      String fault = run("fit", iris, option, "--warm-start", file("m")).fault(ExitCode.DATA);
      assertTrue(fault.startsWith(start + "inputs are sepal_length, "), fault);
    }
    List<String> two = Files.readAllLines(Path.of(iris)).subList(0, 101);
    String other = Files.write(folder.resolve("two.csv"), two).toString();
    assertEquals(
        start + "classes are setosa, versicolor, virginica, those of this run setosa, versicolor",
        run("fit", other, "--warm-start", file("m")).fault(ExitCode.DATA));
    Files.writeString(folder.resolve("m"), "{}");
    assertTrue(
        run("fit", iris, "--warm-start", file("m")).fault(ExitCode.DATA).contains("not a gdtrain"));
  }
}
