package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Losses with kinks by default, on real data, beside linear programs and support vector machines;
 * {@code kinks.py} beside the resource made them.
 */
class KinksTest {
  private static final Path OPTIMA = Path.of("src/test/resources/kinks.json");
  private static final Pattern BOUND =
      Pattern.compile("the (loss|objective) is at most ([0-9.eE-]+) % above its minimum");

  @TempDir Path folder;

  static Stream<JsonNode> optima() throws IOException {
    JsonNode optima = Cli.json(Files.readString(OPTIMA)).get("optima");
    return StreamSupport.stream(optima.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("optima")
  void endWithinATenThousandthOfTheMinimumAndSayATrueBound(JsonNode optimum) throws IOException {
    Path metrics = folder.resolve("metrics.json");
    List<String> arguments = arguments(optimum);
    arguments.addAll(List.of("--metrics", metrics.toString(), "--log-format", "none"));
    Outcome outcome = run(arguments.toArray(String[]::new)).ok();

    JsonNode measured = Cli.json(Files.readString(metrics));
    double lowest = optimum.get("value").asDouble();
    double above = measured.get("objective").asDouble() / lowest - 1;
    assertTrue(above <= 1e-4, () -> above + " above");
    assertTrue(above >= -1e-6, () -> above + " above: the reference is no minimum");
    assertTrue(measured.get("epochs").asInt() <= 3000);
    Matcher bound = BOUND.matcher(outcome.err());
    assertTrue(bound.find(), outcome.err());
    double share = Double.parseDouble(bound.group(2)) / 100;
    assertTrue(above <= share * 1.01 + 1e-8, () -> above + " above, said to be at most " + share);
    assertEquals(share <= 1e-8, measured.get("converged").asBoolean(), outcome.err());
  }

  private static List<String> arguments(JsonNode optimum) {
    List<String> arguments = new ArrayList<>(List.of("fit", data(optimum.get("data").asText())));
    for (String key : List.of("target", "loss", "weight", "l1", "l2")) {
      if (optimum.has(key)) {
        arguments.addAll(List.of("--" + key, optimum.get(key).asText()));
      }
    }
    if (optimum.has("exclude")) {
      String columns =
          StreamSupport.stream(optimum.get("exclude").spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(","));
      arguments.addAll(List.of("--exclude", columns));
    }
    arguments.addAll(List.of("--missing", "drop"));
    return arguments;
  }

  @ParameterizedTest
  @ValueSource(strings = {"--lr 0.1", "--lr 0.1 --batch-size 8", "--hidden 3", "--optimizer lbfgs"})
  void noBoundIsSaidOfStepsThatFollowTheSlopesAsTheyAre(String options) {
    Outcome outcome = run(cars(options + " --epochs 20")).ok();
    assertFalse(BOUND.matcher(outcome.err()).find(), outcome.err());
    assertFalse(outcome.err().contains("smoothed"), outcome.err());
  }

  @Test
  void theLogHasTheLossWithItsKinks() {
    Outcome outcome = run(cars("--epochs 40")).ok();
    String[] last = outcome.out().lines().reduce((a, b) -> b).orElseThrow().split(",");
    Outcome measured = run(cars("--epochs 40 --log-format none --require epochs==40")).ok();
    assertTrue(measured.err().contains("not converged: stopped after 40 epochs"), measured.err());
    double lowest =
        outcome
            .out()
            .lines()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
            .min()
            .orElseThrow();
    Matcher mae = Pattern.compile("training: .*mae ([0-9.]+)").matcher(measured.err());
    assertTrue(mae.find());
    assertEquals(lowest, Double.parseDouble(mae.group(1)), 1e-5 * lowest);
    assertEquals("40", last[0]);
  }

  @Test
  void aRunThatIsTakenUpGoesOnToTheLastBit() {
    String checkpoint = folder.resolve("run.bin").toString();
    List<String> whole = run(cars("--epochs 700")).ok().out().lines().toList();
    run(cars("--epochs 400 --checkpoint " + checkpoint)).ok();
    List<String> rest =
        run(cars("--epochs 700 --resume " + checkpoint)).ok().out().lines().toList();
    assertEquals(whole.subList(402, whole.size()), rest.subList(1, rest.size()));
  }

  @Test
  void aDependentInputAndAConstantTargetAreNoTrouble() throws IOException {
    Path twice = folder.resolve("twice.csv");
    Files.writeString(twice, "a,b,y\n1,2,3\n2,4,1\n3,6,9\n4,8,2\n5,10,8\n7,14,3\n");
    Outcome outcome = run("fit", twice.toString(), "--loss", "mae").ok();
    assertTrue(outcome.err().contains("converged after"), outcome.err());
    Path constant = folder.resolve("constant.csv");
    Files.writeString(constant, "a,y\n1,4\n2,4\n3,4\n4.5,4\n");
    run("fit", constant.toString(), "--loss", "mae").ok();
  }

  private static String[] cars(String options) {
    return Cli.args(
        List.of("fit", data("mtcars"), "--target", "mpg", "--exclude", "model", "--loss", "mae"),
        options.split(" "));
  }
}
