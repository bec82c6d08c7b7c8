package gdtrain.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.metric.Bootstrap.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals beside a NumPy loop with the same draws; {@code figures.py} made the resource. */
class BootstrapTest {
  private static final Path FIGURES = Path.of("src/test/resources/oracles/figures.json");

  static Stream<JsonNode> tables() throws IOException {
    JsonNode tables = new ObjectMapper().readTree(FIGURES.toFile()).get("bootstrap");
    return StreamSupport.stream(tables.spliterator(), false);
  }

  private static double[] array(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static ScoredRows rows(int classes, double[] truths, double[] scores, double[] weights) {
    ScoredRows rows = new ScoredRows(classes, true, truths.length);
    for (int i = 0; i < truths.length; i++) {
      if (classes == 0) {
        rows.addNumber(truths[i], scores[i], weights[i]);
      } else {
        double[] own =
            classes == 2
                ? new double[] {1 - scores[i], scores[i]}
                : Arrays.copyOfRange(scores, i * classes, (i + 1) * classes);
        int called = ClassificationMetrics.mostProbable(own, 0, classes);
        rows.addClass((int) truths[i], own, called, weights[i]);
      }
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void agreeWithALoopOverTheSameDraws(JsonNode table) {
    ScoredRows rows =
        rows(
            table.get("classes").asInt(),
            array(table.get("truths")),
            array(table.get("scores")),
            array(table.get("weights")));
    List<String> names = new ArrayList<>();
    table.get("intervals").fieldNames().forEachRemaining(names::add);
    names.removeAll(List.of("loss", "d2")); // which take a loss; see FiguresTest
    Map<String, Interval> intervals =
        new Bootstrap(table.get("resamples").asInt(), table.get("seed").asLong())
            .intervals(rows, names);

    assertTrue(names.size() >= 7, names::toString);
    for (String name : names) {
      double[] expected = array(table.get("intervals").get(name));
      double near = name.equals("accuracy") ? 0 : 1e-12; // sums of whole numbers are exact
      assertEquals(expected[0], intervals.get(name).low(), near, name);
      assertEquals(expected[1], intervals.get(name).high(), near, name);
    }
  }

  @Test
  void resamplesWithoutAFigureAreLeftOut() {
    double[] truths = {1, 0, 0, 0};
    ScoredRows rows = rows(2, truths, new double[] {.9, .1, .2, .3}, new double[] {1, 1, 1, 1});
    Interval auc = new Bootstrap(100, 42).intervals(rows, List.of("auc")).get("auc");

    assertTrue(auc.defined() > 50 && auc.defined() < 90, auc::toString); // (3 / 4)^4 have none
    assertEquals(1, auc.low());
    assertEquals(1, auc.high());
  }

  @Test
  void aFigureThatNoResampleHasHasNoInterval() {
    ScoredRows rows = rows(2, new double[] {0, 0}, new double[] {.1, .2}, new double[] {1, 1});

    assertEquals(
        new Interval(Double.NaN, Double.NaN, 0),
        new Bootstrap(10, 1).intervals(rows, List.of("recall")).get("recall"));
  }
}
