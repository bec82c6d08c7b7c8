package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Intervals and contributions beside R's {@code predict(interval = "prediction")} and {@code
 * predict(type = "terms")}; {@code oracles/predict.R} made them.
 */
class PredictionOracleTest {
  @TempDir Path folder;

  static Stream<JsonNode> fits() throws IOException {
    Path file = Path.of("src/test/resources/oracles/predict.json");
    return StreamSupport.stream(Cli.json(Files.readString(file)).get("fits").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("fits")
  void agree(JsonNode fit) {
    String kind = fit.get("kind").asText();
    String file = data(fit.get("data").asText());
    String model = folder.resolve("m.json").toString();
    List<String> training = new ArrayList<>(List.of("fit", file, "-o", model, "--inference"));
    training.addAll(List.of("--target", fit.get("target").asText(), "--missing", "drop"));
    training.addAll(List.of("--log-format", "none", "-q", "--tolerance", "1e-9"));
    training.addAll(List.of("--epochs", "20000"));
    if (!fit.get("exclude").asText().isEmpty()) {
      training.addAll(List.of("--exclude", fit.get("exclude").asText()));
    }
    if (!kind.equals("binomial")) {
      training.addAll(List.of("--task", "regression"));
      training.addAll(List.of("--loss", kind.equals("gaussian") ? "mse" : kind));
    }
    run(training.toArray(String[]::new)).ok();
    List<String> prediction = new ArrayList<>(List.of("predict", model, file, "--contributions"));
    if (kind.equals("gaussian")) {
      prediction.addAll(List.of("--interval", fit.get("level").asText()));
    }
    Outcome predicted = run(prediction.toArray(String[]::new)).ok();
    List<CSVRecord> rows = predicted.rows();
    for (int i = 0; i < fit.get("rows").size(); i++) {
      check(fit, i, rows.get(fit.get("rows").get(i).asInt() - 1));
    }
  }

  private static void check(JsonNode fit, int row, CSVRecord predicted) {
    List<String> names = List.of("prediction", "lower", "upper");
    for (int i = 0; i < fit.get("interval").path(row).size(); i++) {
      double value = fit.get("interval").get(row).get(i).asDouble();
      assertEquals(value, number(predicted, names.get(i)), 1e-6 * Math.abs(value), names.get(i));
    }
    double raw = fit.get("constant").asDouble();
    assertEquals(raw, number(predicted, "base_value"), 1e-6 * Math.max(1, Math.abs(raw)));
    JsonNode terms = fit.get("terms").get(row);
    double size = 1; // of the output's parts, of which a small one is known no better
    for (JsonNode term : terms) {
      size = Math.max(size, Math.abs(term.asDouble()));
    }
    for (int i = 0; i < terms.size(); i++) {
      String column = fit.get("columns").get(i).asText();
      assertEquals(
          terms.get(i).asDouble(),
          number(predicted, "contribution_" + column),
          1e-6 * size,
          column);
    }
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
