package gdtrain.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics of tables as scikit-learn has them; {@code metrics.py} beside the resource made them. */
class ScikitLearnMetricsTest {
  private static final Path TABLES = Path.of("src/test/resources/metrics.json");

  static Stream<JsonNode> tables() throws IOException {
    JsonNode tables = new ObjectMapper().readTree(TABLES.toFile()).get("tables");
    return StreamSupport.stream(tables.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void agree(JsonNode table) {
    List<Metric> found = table.get("classes").asInt() == 0 ? ofNumbers(table) : ofClasses(table);
    assertEquals(table.get("metrics").size(), found.size());
    for (Metric metric : found) {
      JsonNode expected = table.get("metrics").get(metric.name());
      assertEquals(
          expected.isNull() ? Double.NaN : expected.asDouble(),
          metric.value(),
          1e-12,
          metric.name());
    }
  }

  private static double[] array(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static List<Metric> ofNumbers(JsonNode table) {
    double[] truths = array(table.get("truths"));
    double[] scores = array(table.get("scores"));
    double[] weights = array(table.get("weights"));
    RegressionMetrics metrics = new RegressionMetrics();
    for (int i = 0; i < truths.length; i++) {
      metrics.add(truths[i], scores[i], weights[i]);
    }
    for (int i = 0; i < truths.length; i++) {
      metrics.addAgain(truths[i], weights[i]);
    }
    return metrics.metrics();
  }

  private static List<Metric> ofClasses(JsonNode table) {
    int classes = table.get("classes").asInt();
    double[] truths = array(table.get("truths"));
    double[] weights = array(table.get("weights"));
    double[] scores = array(table.get("scores"));
    ClassificationMetrics metrics = new ClassificationMetrics(classes, truths.length);
    for (int i = 0; i < truths.length; i++) {
      double[] row =
          classes == 2
              ? new double[] {1 - scores[i], scores[i]}
              : Arrays.copyOfRange(scores, i * classes, (i + 1) * classes);
      int called = ClassificationMetrics.mostProbable(row, 0, classes);
      metrics.add((int) truths[i], called, row, weights[i]);
    }
    return metrics.metrics();
  }
}
