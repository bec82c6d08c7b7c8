package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Expansion;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Powers and products of columns against polynomials.json, the output of polynomials.py. */
class PolynomialsTest {
  static Stream<JsonNode> tasks() throws IOException {
    try (InputStream json = PolynomialsTest.class.getResourceAsStream("/polynomials.json")) {
      return StreamSupport.stream(new ObjectMapper().readTree(json).spliterator(), false);
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyCoefficientInOriginalUnitsIsThatOfDirectLeastSquares(JsonNode task) {
    Training training = train(task);
    assertEquals(task.get("rows").asInt(), training.prepared().training().rows());
    assertEquals(task.get("mse").asDouble(), training.metric("mse"), 1e-9 * training.metric("mse"));
    assertEquals(
        task.get("coefficients").size() + 1, training.model().parameters().size(), "parameters");
    for (Map.Entry<String, JsonNode> each : task.get("coefficients").properties()) {
      assertCoefficient(each.getValue().asDouble(), training, each.getKey());
    }
    assertCoefficient(task.get("intercept").asDouble(), training, Schema.INTERCEPT);
  }

  private static void assertCoefficient(double expected, Training training, String input) {
    double value = training.parameter(input).value();
    assertEquals(expected, value, 1e-6 * Math.abs(expected), input);
  }

  private static Training train(JsonNode task) {
    Table table = Data.file(task.get("file").asText());
    String target = task.get("target").asText();
    List<String> others = new ArrayList<>(table.columnNames());
    others.remove(target);
    task.get("inputs").forEach(input -> others.remove(input.asText()));
    Preparation d = Preparation.defaults();
    Preparation wishes =
        new Preparation(
            Optional.of(target),
            d.task(),
            d.weight(),
            d.include(),
            new Selection(others),
            d.scaling(),
            d.coding(),
            MissingPolicy.DROP,
            new Expansion(task.get("degree").asInt(), task.get("interactions").asBoolean()));
    return new Training(table, wishes, 0, Landscape.limits(5000, 1e-11));
  }
}
