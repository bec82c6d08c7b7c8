package gdtrain.cli;

import static gdtrain.cli.Cli.args;
import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code explain}: the gradient and the step, parameter by parameter. */
class ExplainTest {
  @TempDir private Path folder;

  private static JsonNode explain(String... options) {
    return json(run(args(List.of("explain", "--format", "json", "-q"), options)).ok().out());
  }

  private static double[] numbers(JsonNode list, String key) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(fields -> fields.get(key).asDouble(Double.NaN))
        .toArray();
  }

  /** The regressions of reference.json, on scaled and raw inputs, at two points each. */
  static Stream<List<String>> regressions() throws IOException {
    List<List<String>> runs = new ArrayList<>();
    try (InputStream file = ExplainTest.class.getResourceAsStream("/reference.json")) {
      for (JsonNode set : new ObjectMapper().readTree(file).get("sets")) {
        for (JsonNode task : set.get("tasks")) {
          if (task.get("task").asText().equals("regression")) {
            runs.add(settings(set, task));
          }
        }
      }
    }
    return runs.stream()
        .flatMap(run -> Stream.of("standard", "none").map(scale -> with(run, "--scale", scale)))
        .flatMap(run -> Stream.of("0", "3").map(epoch -> with(run, "--at", epoch)));
  }

  private static List<String> settings(JsonNode set, JsonNode task) {
    List<String> run = new ArrayList<>(List.of("datasets/" + set.get("file").asText()));
    run.addAll(List.of("--target", task.get("target").asText(), "--task", "regression"));
    String dropped =
        StreamSupport.stream(task.get("dropped_columns").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(","));
    if (!dropped.isEmpty()) {
      run.addAll(List.of("--exclude", dropped));
    }
    return run;
  }

  private static List<String> with(List<String> run, String option, String value) {
    return Stream.concat(run.stream(), Stream.of(option, value)).toList();
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void slopeAndBendTogetherAreTheMeasuredChangeOfSquaredLoss(List<String> options) {
    JsonNode explained = explain(options.toArray(String[]::new));
    JsonNode step = explained.get("step");
    JsonNode parameters = explained.get("parameters");
    double measured = step.get("measured_change").asDouble();
    double height = explained.get("objective").asDouble();
    // Norris is down after two steps: what is measured then is the rounding of the heights.
    double allowed = Math.max(1e-9 * Math.abs(measured), 4 * Math.ulp(height));

    assertEquals(measured, step.get("predicted_change").asDouble(), allowed);
    assertEquals(measured, step.get("objective").asDouble() - height, allowed);
    double parts =
        DoubleStream.concat(
                Arrays.stream(numbers(parameters, "change")),
                Arrays.stream(numbers(parameters, "bend")))
            .sum();
    assertEquals(measured, parts, allowed);
    boolean start = explained.get("epoch").asInt() == 0;
    assertTrue(!start || allowed == 1e-9 * Math.abs(measured), "told by the heights");
    boolean moves = Arrays.stream(numbers(parameters, "change")).anyMatch(change -> change != 0);
    assertTrue(moves || !start);
    double shares = Arrays.stream(numbers(parameters, "share")).sum();
    assertEquals(moves ? 1 : Double.NaN, shares, 1e-12);
    assertEquals("exact", explained.get("kind").asText());
    double lowest = explained.get("optimum").get("loss").asDouble();
    assertTrue(lowest <= explained.get("loss").asDouble() * (1 + 1e-9));
  }

  /** Penalties, weights and other steps leave it exact, whichever way a step goes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--l2 0.3",
        "--l1 0.5",
        "--l1 2 --lr 0.3 --at 7",
        "--l1 3 --lr 0.9 --at 1",
        "--l1 1 --batch-size 8 --lr 0.05 --at 4",
        "--weight carb --at 2",
        "--optimizer adam --lr 0.5 --at 9",
        "--optimizer momentum --lr 0.1 --at 4",
        "--optimizer lbfgs --at 2",
        "--batch-size 5 --lr 0.01 --at 3",
        "--no-intercept --clip-norm 1 --lr 0.1",
        "--degree 2 --interactions --l2 1 --at 3"
      })
  void stepsOfAnyKindAreForetoldOnSquaredLoss(String options) {
    String[] all = (data("mtcars") + " --target mpg " + options).split(" ");
    JsonNode explained = explain(all);
    JsonNode step = explained.get("step");
    double measured = step.get("measured_change").asDouble();

    assertEquals(measured, step.get("predicted_change").asDouble(), 1e-9 * Math.abs(measured));
    assertEquals(1, Arrays.stream(numbers(explained.get("parameters"), "share")).sum(), 1e-12);
    for (JsonNode p : explained.get("parameters")) {
      double gradient = p.get("gradient").asDouble();
      assertEquals(
          gradient < 0 ? "raise" : gradient > 0 ? "lower" : "stay", p.get("direction").asText());
      assertEquals(gradient * p.get("step").asDouble(), p.get("change").asDouble(), 0);
    }
  }

  @Test
  void someStepGoesThroughTheKinkOfAPenalty() {
    String[] options = (data("mtcars") + " --target mpg --l1 3 --lr 0.9 --at 1").split(" ");
    boolean through = false;
    for (JsonNode p : explain(options).get("parameters")) {
      through |= p.get("value").asDouble() * p.get("next").asDouble() < 0;
    }
    assertTrue(through);
  }

  @Test
  void momentumMayStepAgainstTheGradient() {
    String[] options = {
      data("mtcars"), "--target", "mpg", "--optimizer", "momentum", "--lr", "0.1", "--at", "4"
    };
    int climbing = explain(options).get("step").get("against_gradient").asInt();

    assertTrue(climbing > 0);
    String text = run(args(List.of("explain", "-q"), options)).ok().out();
    assertTrue(text.contains("%d of 11 parameters step uphill".formatted(climbing)), text);
  }

  /** A parameter of a saved model is moved a little either way, and the objective looked at. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rents --hidden 3,2 --epochs 3 --batch-size full",
        "rents --hidden 2 --loss huber:delta=2 --l2 0.1 --epochs 2",
        "xor --hidden 3 --epochs 2 --class-weight balanced",
        "rents --l2 0.5 --epochs 1"
      })
  void gradientsAreCentralDifferencesOfTheObjective(String options) throws Exception {
    String[] words = options.split(" ");
    String table = data(words[0]);
    Path model = folder.resolve("model.json");
    String[] fit =
        args(List.of("fit", table, "-q", "--log-format", "none", "-o", model.toString()));
    run(Stream.of(fit, Arrays.copyOfRange(words, 1, words.length))
            .flatMap(Stream::of)
            .toArray(String[]::new))
        .ok();
    int moved = 0;
    for (JsonNode p : explain(table, "--model", model.toString()).get("parameters")) {
      double h = 1e-4;
      double slope = (moved(model, p, h, table) - moved(model, p, -h, table)) / (2 * h);
      assertEquals(slope, p.get("gradient").asDouble(), 1e-6 * Math.max(1, Math.abs(slope)));
      moved++;
    }
    assertTrue(moved > 2);
  }

  /** The objective after one weight was moved in the file. */
  private double moved(Path model, JsonNode parameter, double h, String table) throws IOException {
    JsonNode content = json(Files.readString(model));
    int found = 0;
    List<Double> scaled = new ArrayList<>();
    for (JsonNode p : content.get("parameters")) {
      boolean same =
          Stream.of("layer", "output", "input").allMatch(k -> p.get(k).equals(parameter.get(k)));
      if (same) {
        found++;
      }
      scaled.add(p.get("scaled_value").asDouble() + (same ? h : 0));
    }
    assertEquals(1, found);
    Model whole = ModelFile.read(model);
    Path other = folder.resolve("moved.json");
    Files.write(
        other,
        ModelFile.bytes(
            new Model(whole.schema(), whole.hidden(), whole.loss(), scaled, whole.record())));
    return explain(table, "--model", other.toString()).get("objective").asDouble();
  }

  @Test
  void theModelIsExplainedWhereFitEnded() throws Exception {
    String model = folder.resolve("model.json").toString();
    String[] fit = {data("titanic"), "--epochs", "5", "-q"};
    run(args(List.of("fit", "--log-format", "none", "-o", model), fit)).ok();
    JsonNode saved = explain(data("titanic"), "--model", model);
    JsonNode live = explain(data("titanic"), "--epochs", "5", "--at", "end");

    assertEquals(live.get("loss").asDouble(), saved.get("loss").asDouble(), 1e-12);
    assertArrayEquals(
        Arrays.stream(numbers(live.get("parameters"), "gradient")).sorted().toArray(),
        Arrays.stream(numbers(saved.get("parameters"), "gradient")).sorted().toArray(),
        1e-12);
    String text = run("explain", data("titanic"), "--model", model, "-q").ok().out();
    assertTrue(text.contains(", at the parameters of " + model), text);
  }

  @Test
  void whatIsKnownOfTheLandscapeIsLabelled() {
    JsonNode classes = explain(data("titanic"));
    JsonNode deep = explain(data("titanic"), "--hidden", "2");
    JsonNode jumping = explain(data("rents"), "--loss", "mae", "--lr", "0.1");

    assertEquals("bound", classes.get("kind").asText());
    assertTrue(classes.get("condition_number").asDouble() > 1);
    assertEquals("local", deep.get("kind").asText());
    assertTrue(deep.get("largest_stable_lr").isNull()); // adam has none that is known
    JsonNode plain = explain(data("titanic"), "--hidden", "2", "--optimizer", "gd", "--lr", "0.1");
    assertTrue(plain.get("largest_stable_lr").asDouble() > 0);
    assertTrue(deep.get("condition_number").isNull() && deep.get("optimum").isNull());
    assertTrue(jumping.get("kind").isNull() && jumping.get("largest_stable_lr").isNull());
    assertTrue(explain(data("rents"), "--l1", "1").get("optimum").isNull());
    double gd = explain(data("rents"), "--lr", "0.1").get("largest_stable_lr").asDouble();
    JsonNode ball = explain(data("rents"), "--optimizer", "momentum:beta=0.5", "--lr", "0.1");
    assertEquals(1.5 * gd, ball.get("largest_stable_lr").asDouble(), 1e-12);
  }
}
