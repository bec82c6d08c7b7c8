package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gdtrain cv}. */
class CvTest {
  private static final String IRIS = data("iris");

  @TempDir Path folder;

  /** The values of a metric by fold, in order. */
  private static Map<String, String> values(Outcome outcome, String metric) {
    return outcome.rows().stream()
        .filter(row -> row.get("metric").equals(metric))
        .collect(
            Collectors.toMap(
                row -> row.get("fold"),
                row -> row.get("value"),
                (a, b) -> {
                  throw new AssertionError("twice");
                },
                java.util.LinkedHashMap::new));
  }

  private String withFolds(String file, String folds) throws Exception {
    List<String> lines = Files.readAllLines(Path.of("datasets", file));
    List<String> cut = new ArrayList<>(List.of(lines.get(0) + ",fold"));
    for (int i = 1; i < lines.size(); i++) {
      cut.add(lines.get(i) + "," + folds.charAt(i - 1));
    }
    return Files.write(folder.resolve(file), cut).toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void figuresAreThoseOfScikitLearnOnTheSameFolds(int index) throws Exception {
    JsonNode task =
        json(Files.readString(Path.of("src/test/resources/cross_validation.json"))).get(index);
    String file = withFolds(task.get("file").textValue(), task.get("folds").textValue());
    List<String> command =
        List.of("cv", file, "--fold-column", "fold", "--target", task.get("target").textValue());
    Outcome cv = run(Cli.args(command, "--l2", task.get("l2").asText(), "--epochs", "9999")).ok();

    int compared = 0;
    for (int fold = 0; fold < 5; fold++) {
      for (Map.Entry<String, JsonNode> figure : task.get("results").get(fold).properties()) {
        double value = Double.parseDouble(values(cv, figure.getKey()).get("" + fold));
        double expected = figure.getValue().doubleValue();
        assertEquals(expected, value, 1e-6 * Math.abs(expected), figure.getKey());
        compared++;
      }
    }
    assertTrue(compared >= 20, "only " + compared);
  }

  @ParameterizedTest
  @CsvSource({"iris,accuracy", "diabetes,r2"})
  void meanAndDeviationAreOfAllFolds(String name, String metric) {
    Outcome cv = run("cv", data(name), "--folds", "4", "--repeats", "3", "--l2", "0.1").ok();
    Map<String, String> values = values(cv, metric);

    assertEquals(
        List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "mean", "sd"),
        List.copyOf(values.keySet()));
    double[] numbers =
        values.values().stream().limit(12).mapToDouble(Double::parseDouble).toArray();
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double squares = Arrays.stream(numbers).map(v -> (v - mean) * (v - mean)).sum();
    assertEquals(mean, Double.parseDouble(values.get("mean")), 1e-12);
    assertEquals(Math.sqrt(squares / 11), Double.parseDouble(values.get("sd")), 1e-12);
    assertTrue(Arrays.stream(numbers).distinct().count() > 2);
  }

  @Test
  void aFoldHasTheFiguresOfFitAndEvaluate() throws Exception {
    String folds = "0120".repeat(8);
    String all = withFolds("mtcars.csv", folds);
    List<String> lines = Files.readAllLines(Path.of(data("mtcars")));
    List<String> learned = new ArrayList<>(lines.subList(0, 1));
    List<String> held = new ArrayList<>(lines.subList(0, 1));
    for (int i = 1; i < lines.size(); i++) {
      (folds.charAt(i - 1) == '1' ? held : learned).add(lines.get(i));
    }
    String training = Files.write(folder.resolve("training.csv"), learned).toString();
    String test = Files.write(folder.resolve("test.csv"), held).toString();
    String model = folder.resolve("model.json").toString();
    run("fit", training, "--target", "mpg", "-o", model).ok();
    Outcome evaluated = run("evaluate", model, test).ok();
    Outcome cv = run("cv", all, "--target", "mpg", "--fold-column", "fold").ok();

    for (CSVRecord figure : evaluated.rows()) {
      assertEquals(figure.get("value"), values(cv, figure.get("metric")).get("1"));
    }
  }

  @Test
  void theSeedDecidesHowLayersStartInFoldsThatAColumnNames() throws Exception {
    String file = withFolds("mtcars.csv", "0120".repeat(8));
    List<String> command =
        List.of(
            "cv",
            file,
            "--target",
            "mpg",
            "--fold-column",
            "fold",
            "--hidden",
            "3",
            "--epochs",
            "20");
    Outcome first = run(Cli.args(command, "--threads", "1")).ok();

    assertEquals(first, run(Cli.args(command, "--seed", "42", "--threads", "3")));
    assertNotEquals(first.out(), run(Cli.args(command, "--seed", "7")).ok().out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iris", "diabetes", "titanic"})
  void anyNumberOfThreadsPrintsTheSameBytes(String name) {
    List<String> command = List.of("cv", data(name), "--folds", "7", "--epochs", "60");
    Outcome one = run(Cli.args(command, "--threads", "1"));

    assertEquals(one.ok(), run(Cli.args(command, "--threads", "2")));
    assertEquals(one, run(Cli.args(command, "--threads", "16")));
  }

  @Test
  void assumptionsAreSaidOnceAndFiguresInALine() {
    Outcome cv = run("cv", data("penguins"), "--target", "species", "--l2", "0.01").ok();

    for (String line : cv.err().lines().toList()) {
      assertEquals(1, cv.err().lines().filter(line::equals).count(), line);
    }
    String mean = values(cv, "accuracy").get("mean");
    assertTrue(cv.err().contains("\naccuracy " + mean.substring(0, 5)), cv.err());
    assertTrue(cv.err().contains(" (sd over 5 folds)\n"), cv.err());
    assertTrue(cv.err().contains("\nbaseline loss "), cv.err());
    assertFalse(cv.err().contains("not all folds converged"), cv.err());
    assertEquals("", run("cv", data("penguins"), "--l2", "0.01", "-q").err());
  }

  @Test
  void foldsThatDidNotConvergeAreCounted() {
    Outcome cv = run("cv", IRIS, "--epochs", "2", "--folds", "3").ok();

    assertTrue(
        cv.err().contains("\n3 of 3 folds stopped at the epoch limit (--epochs)\n"), cv.err());
  }

  @Test
  void requirementsAreAboutTheMeans() throws Exception {
    Path metrics = folder.resolve("metrics.json");
    List<String> command = List.of("cv", IRIS, "--l2", "0.01", "--metrics", metrics.toString());
    Outcome met = run(Cli.args(command, "--require", "accuracy>=0.9", "--require", "converged"));

    assertTrue(met.ok().err().endsWith("met: accuracy>=0.9, converged\n"), met.err());
    JsonNode figures = json(Files.readString(metrics));
    assertEquals("ok", figures.get("status").textValue());
    assertEquals(5, figures.get("folds").intValue());
    assertEquals(values(met, "accuracy").get("mean"), figures.get("mean").get("accuracy").asText());
    assertEquals(values(met, "loss").get("sd"), figures.get("sd").get("loss").asText());

    Outcome unmet = run(Cli.args(command, "--force", "--require", "accuracy>=0.99"));
    String sentence = unmet.fault(ExitCode.REQUIREMENT);
    assertTrue(sentence.startsWith("--require 'accuracy>=0.99' is not met: "), sentence);
    assertEquals(met.out(), unmet.out());
    assertEquals("unmet", json(Files.readString(metrics)).get("status").textValue());
  }

  @Test
  void aFoldThatDivergesLeavesNothingDefinedButEverythingIsPrinted() throws Exception {
    Path metrics = folder.resolve("metrics.json");
    Outcome cv =
        run("cv", data("norris"), "--lr", "3", "--folds", "3", "--metrics", metrics.toString());

    assertEquals(
        "3 of 3 folds diverged; fit with the same options says why, and what to try",
        cv.fault(ExitCode.DIVERGED));
    assertEquals(5 * 6 + 1, cv.out().lines().count());
    assertEquals(Map.of("1", "", "2", "", "3", "", "mean", "", "sd", ""), values(cv, "loss"));
    assertEquals("12.0", values(cv, "rows").get("mean"));
    assertEquals("diverged", json(Files.readString(metrics)).get("status").textValue());
  }

  @Test
  void aFigureThatIsNotDefinedIsEmptyAndMeetsNothing() {
    Outcome cv = run("cv", data("longley"), "--folds", "16", "--require", "r2>=0");

    assertEquals("", values(cv, "r2").get("1"));
    assertEquals("", values(cv, "r2").get("mean"));
    assertFalse(values(cv, "mse").get("mean").isEmpty());
    assertEquals("--require 'r2>=0' is not met: r2 is not defined", cv.fault(ExitCode.REQUIREMENT));
    assertTrue(cv.err().contains("\nr2 is not defined in every fold\n"), cv.err());
  }

  @Test
  void weightsAndClassWeightsCountAsInFit() throws Exception {
    String csv = folder.resolve("w.csv").toString();
    StringBuilder rows = new StringBuilder("x,w,fold,y\n");
    for (int i = 0; i < 24; i++) {
      rows.append("%d,%d,%d,%d%n".formatted(i % 5, 1 + i % 3, i % 2, i * 7 % 2 + i % 5));
    }
    Files.writeString(Path.of(csv), rows);
    Outcome plain = run("cv", csv, "--fold-column", "fold", "--exclude", "w").ok();
    Outcome weighted = run("cv", csv, "--fold-column", "fold", "--weight", "w").ok();

    assertFalse(values(plain, "mse").equals(values(weighted, "mse")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--folds 1 | --folds must be 2 or more, not 1",
        "--folds 151 | --folds 151 is more than the 150 rows there are",
        "--folds x | --folds takes a whole number, loo or time:K, not 'x'",
        "--repeats 0 | --repeats must be 1 or more, not 0",
        "--fold-column nope | --fold-column: there is no column 'nope'",
        "--fold-column species | --fold-column names the target, 'species'",
        "--fold-column 1 --folds 3 | --folds has no effect with --fold-column",
        "--fold-column 1 --repeats 3 | --repeats has no effect with --fold-column",
        "--fold-column 1 --seed 3 | --seed has no effect with --fold-column",
        "--patience 3 | --patience has no effect: no validation rows are watched",
        "--warm-start m.json | --warm-start is for fit and sweep",
        "--force | --force has no effect without --metrics",
        "--validation 0.2 | unexpected option '--validation'",
        "-o model.json | unexpected option '-o'",
        "--require val_loss<1 | --require 'val_loss<1': there are no validation rows",
        "--require epochs<9 | --require 'epochs<9': it is not measured here; this run measures rows,",
        "--lr 0 | --lr must be a number above 0",
        "--scale huge | --scale takes standard, minmax, robust, none, not 'huge'",
        "--loss poisson | poisson",
      })
  void refuses(String options, String part) {
    Outcome cv = run(Cli.args(List.of("cv", IRIS), options.split(" ")));

    assertTrue(cv.fault(ExitCode.USAGE).contains(part), cv.err());
    assertEquals("", cv.out());
  }

  @Test
  void aFoldMayNotBeCalledAsTheSummaryIs() throws Exception {
    Path csv = folder.resolve("named.csv");
    Files.writeString(csv, "x,part,y\n1,mean,1.5\n2,b,2\n3,mean,3\n4,b,4.5\n");

    assertEquals(
        "a fold is called 'mean', which is for the mean of all folds; give it another name",
        run("cv", csv.toString(), "--fold-column", "part").fault(ExitCode.USAGE));
  }

  @Test
  void aTargetThatTheLossCannotTakeIsTheFaultOfTheData() throws Exception {
    Path csv = folder.resolve("counts.csv");
    Files.writeString(csv, "x,y\n1,1\n2,-2\n3,3\n4,4\n");
    Outcome cv = run("cv", csv.toString(), "--folds", "2", "--loss", "poisson");

    assertTrue(cv.fault(ExitCode.DATA).contains("line 3, column 'y'"), cv.err());
  }

  @Test
  void takesOptionsFromASpec() throws Exception {
    Path spec = folder.resolve("s.yaml");
    Files.writeString(spec, "folds: 3\nl2: 0.1\n");

    assertEquals(
        run("cv", IRIS, "--folds", "3", "--l2", "0.1").ok(),
        run("cv", IRIS, "--spec", spec.toString()));
    assertTrue(run("cv", IRIS, "--folds", "3", "--print-spec").ok().out().contains("\nfolds: 3\n"));
  }
}
