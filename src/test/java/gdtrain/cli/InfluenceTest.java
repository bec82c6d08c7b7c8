package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows that a least-squares fit hangs on, beside R's {@code hatvalues}, {@code rstandard} and
 * {@code cooks.distance}; {@code oracles/influence.R} made these.
 */
class InfluenceTest {
  @TempDir Path folder;

  static Stream<JsonNode> fits() throws IOException {
    Path file = Path.of("src/test/resources/oracles/influence.json");
    return StreamSupport.stream(Cli.json(Files.readString(file)).get("fits").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("fits")
  void agreesWithR(JsonNode fit) {
    List<String> words = new ArrayList<>(List.of("explain", data(fit.get("data").asText())));
    words.addAll(List.of("--target", fit.get("target").asText(), "--missing", "drop"));
    words.addAll(List.of("--rows", "10", "--influence", "--format", "csv"));
    if (!fit.get("exclude").asText().isEmpty()) {
      words.addAll(List.of("--exclude", fit.get("exclude").asText()));
    }
    Outcome outcome = run(words.toArray(String[]::new)).ok();
    for (String column : List.of("line", "leverage", "standardized_residual", "cooks_distance")) {
      double[] numbers = outcome.numbers(column);
      assertEquals(10, numbers.length);
      for (int i = 0; i < 10; i++) {
        double value = fit.get(column).get(i).asDouble();
        assertEquals(value, numbers[i], 1e-6 * Math.abs(value), column + " " + i);
      }
    }
  }

  @Test
  void aRowThatAloneDecidesAParameterComesFirstAndHasNoDistance() throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "x,g,y\n1,a,2\n2,a,3\n3,a,5\n4,b,1\n");
    String[] words = {"explain", csv.toString(), "--rows", "1", "--influence", "--format"};
    List<String> table = run(Cli.args(List.of(words), "table")).ok().out().lines().toList();
    assertTrue(table.get(table.size() - 1).matches(" +5 +1 +1 +1 +- +-"), "" + table);
    JsonNode row = Cli.json(run(Cli.args(List.of(words), "json")).ok().out()).get("rows").get(0);
    assertEquals(5, row.get("line").asInt());
    assertTrue(row.get("cooks_distance").isNull());
  }
}
