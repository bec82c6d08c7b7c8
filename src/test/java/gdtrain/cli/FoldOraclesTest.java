package gdtrain.cli;

import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folds, learning curves and paths beside scikit-learn: {@code oracles/folds.py}, {@code
 * learning.py} and {@code path.py}.
 */
class FoldOraclesTest {
  @TempDir Path folder;

  private static Stream<JsonNode> tasks(String file, String section) {
    try {
      JsonNode all = json(Files.readString(Path.of("src/test/resources/oracles", file)));
      JsonNode tasks = section.isEmpty() ? all : all.get(section);
      return StreamSupport.stream(tasks.spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> grouped() {
    return tasks("folds.json", "grouped");
  }

  static Stream<JsonNode> ordered() {
    return tasks("folds.json", "ordered");
  }

  static Stream<JsonNode> sweeps() {
    return tasks("folds.json", "sweeps");
  }

  static Stream<JsonNode> paths() {
    return tasks("path.json", "");
  }

  static Stream<JsonNode> curves() {
    return tasks("learning.json", "");
  }

  private static List<String> command(String name, JsonNode task) {
    String file = "datasets/" + task.get("file").textValue();
    return List.of(name, file, "--target", task.get("target").textValue(), "-q");
  }

  private static void assertNear(JsonNode expected, double value) {
    double size = Math.max(1e-3, Math.abs(expected.doubleValue()));
    assertEquals(expected.doubleValue(), value, 1e-6 * size);
  }

  private static void assertFigures(JsonNode task, Outcome cv) {
    JsonNode results = task.get("results");
    int compared = 0;
    for (CSVRecord row : cv.rows()) {
      if (row.get("fold").matches("[0-9]+")) {
        JsonNode figure = results.get(Integer.parseInt(row.get("fold")) - 1).get(row.get("metric"));
        if (figure != null) {
          assertNear(figure, Double.parseDouble(row.get("value")));
          compared++;
        }
      }
    }
    assertTrue(compared >= 2 * results.size(), () -> "few figures");
  }

  @ParameterizedTest
  @MethodSource("grouped")
  void groupedFoldsHaveTheFiguresAndPredictionsOfScikitLearn(JsonNode task) throws Exception {
    Path file = folder.resolve("p.csv");
    String folds = task.get("folds").textValue();
    int count = folds.chars().max().orElseThrow() - '0' + 1;
    Outcome cv =
        run(Cli.args(
                command("cv", task),
                "--group",
                task.get("group").textValue(),
                "--folds",
                "" + count,
                "--l2",
                task.get("l2").asText(),
                "--predictions",
                file.toString()))
            .ok();

    assertFigures(task, cv);
    List<CSVRecord> rows = new ArrayList<>(Cli.rows(Files.readString(file)));
    rows.sort(Comparator.comparingInt(row -> Integer.parseInt(row.get("line"))));
    assertEquals(folds.length(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(folds.charAt(i) - '0' + 1, Integer.parseInt(rows.get(i).get("fold")));
      JsonNode predicted = i % 40 == 0 ? task.get("predictions").get(i / 40) : null;
      int first = predicted != null && predicted.size() > 1 ? 4 : 3; // probabilities or a number
      for (int k = 0; predicted != null && k < predicted.size(); k++) {
        assertNear(predicted.get(k), Double.parseDouble(rows.get(i).get(first + k)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ordered")
  void foldsInOrderHaveTheFiguresOfScikitLearn(JsonNode task) {
    String[] options = {"--folds", task.get("folds").textValue(), "--l2", task.get("l2").asText()};
    assertFigures(task, run(Cli.args(command("cv", task), options)).ok());
  }

  @ParameterizedTest
  @MethodSource("curves")
  void aLearningCurveHasTheMeansAndDeviationsOfScikitLearn(JsonNode task) {
    String folds = task.get("folds").textValue();
    String[] options = {"--learning-curve", "--folds", folds, "--l2", task.get("l2").asText()};
    Outcome curve = run(Cli.args(command("cv", task), options)).ok();
    JsonNode columns = task.get("columns");

    assertEquals(9, columns.size());
    for (Map.Entry<String, JsonNode> column : columns.properties()) {
      double[] values = curve.numbers(column.getKey());
      assertEquals(5, values.length);
      for (int i = 0; i < 5; i++) {
        assertNear(column.getValue().get(i), values[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sweeps")
  void aSweepOnFoldsHasTheMeansAndDeviationsOfGridSearch(JsonNode task) {
    Outcome sweep =
        run(Cli.args(command("sweep", task), "--folds", "4", "--l2", "0.01,0.1,1.0")).ok();

    for (Map.Entry<String, JsonNode> figure :
        List.of(Map.entry("mean", task.get("mean")), Map.entry("sd", task.get("sd")))) {
      List<CSVRecord> rows =
          sweep.rows().stream().filter(r -> r.get("fold").equals(figure.getKey())).toList();
      for (int i = 0; i < 3; i++) {
        assertNear(figure.getValue().get(i), Double.parseDouble(rows.get(i).get("loss")));
      }
    }
  }

  /** Of softmax without l2 saga is accurate to some 1e-6 where weights are small. */
  @ParameterizedTest
  @MethodSource("paths")
  void aPathHasTheMinimaOfScikitLearn(JsonNode task) {
    List<String> inputs = new ArrayList<>();
    task.get("inputs").forEach(name -> inputs.add(name.textValue()));
    Outcome path =
        run(Cli.args(
                command("path", task),
                Stream.of(
                        "--folds none --penalties 4 --loss",
                        task.get("loss").textValue(),
                        "--l1-ratio",
                        task.get("share").asText(),
                        "--ratio",
                        task.get("ratio").asText(),
                        task.get("file").textValue().startsWith("mtcars") ? "--exclude model" : "")
                    .flatMap(words -> Stream.of(words.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .toArray(String[]::new)))
            .ok();
    List<CSVRecord> rows =
        path.rows().stream().filter(row -> inputs.contains(row.get("input"))).toList();
    int each = rows.size() / 4;

    for (int i = 0; i < 4; i++) { // the smallest penalty first
      int number = 3 - i;
      JsonNode penalty = task.get("penalties").get(number);
      assertNear(penalty, Double.parseDouble(rows.get(i * each).get("penalty")));
      List<Double> expected = new ArrayList<>();
      if (number > 0) {
        task.get("weights")
            .get(number - 1)
            .forEach(output -> output.forEach(weight -> expected.add(weight.doubleValue())));
      }
      boolean zero = number == 0 && task.get("share").doubleValue() > 0;
      double most = expected.stream().mapToDouble(Math::abs).max().orElse(0);
      for (int k = 0; k < each && (zero || number > 0); k++) {
        double weight = Double.parseDouble(rows.get(i * each + k).get("scaled_value"));
        assertEquals(zero ? 0 : expected.get(k), weight, 1e-6 * Math.max(1, most));
      }
    }
    assertTrue(IntStream.of(each).allMatch(n -> n >= inputs.size()));
  }
}
