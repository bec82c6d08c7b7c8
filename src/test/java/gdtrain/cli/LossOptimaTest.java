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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The optimum of every loss on real data as Newton's method and linear programs find it; {@code
 * loss_optima.py} beside the resource made it.
 */
class LossOptimaTest {
  private static final Path OPTIMA = Path.of("src/test/resources/loss_optima.json");

  static Stream<JsonNode> optima() throws IOException {
    JsonNode optima = Cli.json(Files.readString(OPTIMA)).get("optima");
    return StreamSupport.stream(optima.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("optima")
  void fitGetsThere(JsonNode optimum) {
    String loss = optimum.get("loss").asText();
    Outcome outcome = run(arguments(optimum)).ok();

    double[] found = outcome.numbers("scaled_value");
    JsonNode expected = optimum.get("scaled_values");
    assertEquals(expected.size(), found.length);
    double norm = Math.sqrt(stream(expected).map(v -> v * v).sum());
    double tolerance = jumps(loss) ? 1e-3 : 1e-7;
    for (int i = 0; i < found.length; i++) {
      assertEquals(expected.get(i).asDouble(), found[i], tolerance * norm, loss + " " + i);
    }
    double lowest = optimum.get("value").asDouble();
    assertEquals(lowest, loss(outcome), 1e-5 * lowest);
  }

  private static java.util.stream.DoubleStream stream(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false).mapToDouble(JsonNode::asDouble);
  }

  private static boolean jumps(String loss) {
    return loss.equals("mae") || loss.startsWith("quantile") || loss.equals("hinge");
  }

  private static String[] arguments(JsonNode optimum) {
    String loss = optimum.get("loss").asText();
    String name = optimum.get("data").asText();
    List<String> arguments = new ArrayList<>(List.of("fit", data(name), "--loss", loss));
    arguments.addAll(List.of("--target", optimum.get("target").asText(), "--params", "-"));
    if (name.equals("penguins")) {
      arguments.addAll(List.of("--exclude", "species,island,sex", "--missing", "drop"));
    }
    return arguments.toArray(String[]::new);
  }

  private static double loss(Outcome outcome) {
    String line =
        outcome.err().lines().filter(l -> l.startsWith("training: ")).findFirst().orElseThrow();
    assertTrue(line.contains(" (baseline "), line);
    return Double.parseDouble(line.replaceFirst(" [(].*", "").replaceFirst(".* ", ""));
  }
}
