package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gdtrain path}. */
class PathTest {
  @TempDir Path folder;

  /** A figure by penalty, the smallest first. */
  private static NavigableMap<Double, Double> figures(Outcome path, String name) {
    NavigableMap<Double, Double> figures = new TreeMap<>();
    for (CSVRecord row : path.rows()) {
      if (row.get("output").isEmpty() && row.get("input").equals(name)) {
        figures.put(Double.parseDouble(row.get("penalty")), Double.parseDouble(row.get("value")));
      }
    }
    return figures;
  }

  /** The words of the command behind some words on standard error. */
  private static String[] again(Outcome path, String start) {
    String line = path.err().lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    return line.substring(start.length()).split(" ");
  }

  @ParameterizedTest
  @CsvSource({"diabetes,1", "breast_cancer,0.5", "iris,0"})
  void theBestAndTheSimplestAreThoseOfFitAndCv(String name, String share) throws Exception {
    String[] options = {"--folds", "3", "--penalties", "7", "--ratio", "1e-3"};
    List<String> command = List.of("path", data(name), "--l1-ratio", share);
    Outcome path = run(Cli.args(command, options)).ok();
    Map<Double, Double> means = figures(path, "cv_loss");
    Map<Double, Double> errors = figures(path, "cv_se");
    double best = means.entrySet().stream().min(Map.Entry.comparingByValue()).get().getKey();
    double most = means.get(best) + errors.get(best);
    double simplest =
        means.keySet().stream()
            .filter(penalty -> means.get(penalty) <= most)
            .max(Comparator.naturalOrder())
            .get();

    Path file = folder.resolve("metrics.json");
    run(Cli.args(command, Cli.args(List.of(options), "--metrics", file.toString()))).ok();
    JsonNode metrics = Cli.json(Files.readString(file));
    assertEquals(best, metrics.get("best").get("penalty").asDouble());
    assertEquals(means.get(best), metrics.get("best").get("cv_loss").asDouble());
    assertEquals(simplest, metrics.get("simplest").get("penalty").asDouble());
    assertEquals(7, means.size());
    for (double penalty : List.of(best, simplest)) {
      String which = penalty == best ? "the best again: gdtrain " : "the simplest again: gdtrain ";
      Path params = folder.resolve(penalty + ".csv");
      List<String> fit = new ArrayList<>(List.of(again(path, which)));
      run(Cli.args(fit, "--params", params.toString(), "--log-format", "none", "--force")).ok();
      List<CSVRecord> expected = Cli.rows(Files.readString(params));
      List<CSVRecord> found =
          path.rows().stream()
              .filter(r -> !r.get("output").isEmpty() && number(r, "penalty") == penalty)
              .toList();
      assertEquals(expected.size(), found.size());
      for (int i = 0; i < found.size(); i++) {
        assertEquals(expected.get(i).get("input"), found.get(i).get("input"));
        double value = number(expected.get(i), "value");
        assertEquals(value, number(found.get(i), "value"), 1e-6 * Math.max(1, Math.abs(value)));
      }
      fit.set(0, "cv");
      Outcome cv = run(Cli.args(fit, "--folds", "3")).ok();
      double mean =
          cv.rows().stream()
              .filter(r -> r.get("fold").equals("mean") && r.get("metric").equals("loss"))
              .mapToDouble(r -> number(r, "value"))
              .sum();
      assertEquals(mean, means.get(penalty), 1e-6 * mean);
    }
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void theLargestPenaltyLeavesNoWeightAndASmallerOneDoes() {
    Outcome path =
        run("path", data("breast_cancer"), "--penalties", "30", "--folds", "none", "--ratio", ".5")
            .ok();
    NavigableMap<Double, Double> counts = figures(path, "nonzero");

    assertEquals(30, counts.size());
    assertEquals(0, counts.lastEntry().getValue());
    assertTrue(counts.lowerEntry(counts.lastKey()).getValue() >= 1);
    assertFalse(path.out().contains("cv_loss"));
    assertFalse(path.err().contains("again"), path.err());
  }

  @Test
  void groupsAreNoInputNeitherOfThePathNorOfTheCommandsThatItNames() {
    Outcome path =
        run(
                "path",
                data("titanic"),
                "--group",
                "passenger_class",
                "--folds",
                "3",
                "--penalties",
                "3",
                "--exclude",
                "name")
            .ok();

    assertFalse(path.out().contains("passenger_class"));
    assertTrue(path.err().contains(" --exclude name,passenger_class --l1 "), path.err());
  }

  @Test
  void classesThatSeparateAndUnitsThatAreSmallAreNoTrouble() {
    Outcome path =
        run("path", data("iris"), "--folds", "none", "--penalties", "9", "--ratio", "1e-7").ok();

    assertFalse(path.err().contains("did not converge"), path.err());
    assertTrue(figures(path, "loss").firstEntry().getValue() < 0.05);
  }

  @Test
  void theEndOfThePathIsNamedWhereItIsTheBest() {
    Outcome path = run("path", data("diabetes"), "--ratio", "0.5", "--penalties", "2").ok();

    assertTrue(
        path.err().contains("\nthe best is the smallest penalty: a smaller --ratio goes on\n"),
        path.err());
  }

  @Test
  void anyNumberOfThreadsPrintsTheSameBytes() {
    List<String> command = List.of("path", data("mtcars"), "--target", "mpg", "--penalties", "9");
    Outcome one = run(Cli.args(command, "--threads", "1")).ok();

    assertEquals(one, run(Cli.args(command, "--threads", "3")));
    assertTrue(run(Cli.args(command, "--print-spec")).ok().out().contains("\nloss: auto\n"));
  }

  @Test
  void aTargetThatNothingTellsOfHasNoPath() throws Exception {
    Path csv = Files.writeString(folder.resolve("c.csv"), "x,y\n1,2\n2,1\n3,1\n4,2\n");

    assertEquals(
        "no input tells anything of the target: there is no path to go",
        run("path", csv.toString(), "--task", "regression", "--folds", "none")
            .fault(ExitCode.USAGE));
  }
}
