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
 * Offsets beside R's glm, and transformed targets, logarithms of inputs and scaling by quartiles
 * beside scikit-learn; {@code offsets.R} and {@code transforms.py} made the figures.
 */
class TransformTest {
  private static final Path ORACLES = Path.of("src/test/resources/oracles");

  @TempDir Path folder;

  static Stream<JsonNode> offsets() throws IOException {
    return cases("offsets.json");
  }

  static Stream<JsonNode> transforms() throws IOException {
    return cases("transforms.json");
  }

  private static Stream<JsonNode> cases(String file) throws IOException {
    JsonNode all = Cli.json(Files.readString(ORACLES.resolve(file))).get("cases");
    return StreamSupport.stream(all.spliterator(), false);
  }

  /** Trains to the minimum; the metrics then lie in metrics.json, the model in model.json. */
  private JsonNode fit(JsonNode expected) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("fit", data(expected.get("data").asText()), "--missing", "drop"));
    if (expected.get("arguments").asText().contains("--missing")) {
      words.subList(2, 4).clear();
    }
    words.addAll(List.of(expected.get("arguments").asText().split(" ")));
    words.addAll(List.of("--task", "regression", "--epochs", "20000", "--tolerance", "1e-12"));
    words.addAll(List.of("--metrics", file("metrics.json"), "-o", file("model.json"), "--force"));
    run(words.toArray(String[]::new)).ok();
    return Cli.json(Files.readString(folder.resolve("metrics.json")));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void assertFitted(JsonNode expected) {
    double[] predicted =
        run("predict", file("model.json"), data(expected.get("data").asText()))
            .ok()
            .numbers("prediction");
    JsonNode fitted = expected.get("fitted");
    boolean gaps = expected.get("data").asText().equals("penguins"); // its fourth row is left out
    for (int i = 0; i < (gaps ? 3 : fitted.size()); i++) {
      assertEquals(fitted.get(i).asDouble(), predicted[i], 1e-6 * Math.abs(predicted[i]));
    }
  }

  @ParameterizedTest
  @MethodSource("offsets")
  void offsetsAgreeWithR(JsonNode expected) throws IOException {
    JsonNode measured = fit(expected);

    assertEquals(
        expected.get("loss").asDouble(),
        measured.get("objective").asDouble(),
        1e-9 * expected.get("loss").asDouble());
    assertEquals(
        expected.get("baseline").asDouble(),
        measured.get("baseline_loss").asDouble(),
        1e-9 * expected.get("baseline").asDouble());
    assertFitted(expected);
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void transformsAgreeWithScikitLearn(JsonNode expected) throws IOException {
    JsonNode measured = fit(expected);

    assertEquals(
        expected.get("loss").asDouble(),
        measured.get("train").get("loss").asDouble(),
        1e-8 * expected.get("loss").asDouble());
    for (String figure : List.of("mse", "r2")) {
      double value = expected.get(figure).asDouble();
      assertEquals(value, measured.get("train").get(figure).asDouble(), 1e-6 * value);
    }
    assertFitted(expected);
    JsonNode inputs = Cli.json(Files.readString(folder.resolve("model.json"))).get("inputs");
    for (int i = 0; i < inputs.size(); i++) {
      double scale = expected.get("scales").get(i).asDouble();
      assertEquals(scale, inputs.get(i).get("scale").asDouble(), 1e-12 * scale);
      assertEquals(
          expected.get("centers").get(i).asDouble(),
          inputs.get(i).get("center").asDouble(),
          1e-12 * scale);
    }
  }

  @Test
  void exposureIsTheOffsetOfItsLogarithm() throws IOException {
    StringBuilder rows = new StringBuilder("x,time,log_time,count\n");
    for (int i = 1; i <= 40; i++) {
      rows.append("%d,%d,%s,%d\n".formatted(i % 7, i, Math.log(i), i * (i % 7 + 1) % 23));
    }
    String data = Files.writeString(folder.resolve("counts.csv"), rows).toString();
    for (String how :
        List.of("", " --hidden 2 --epochs 5", " --batch-size 8 --lr 0.01 --epochs 5")) {
      String common = "fit " + data + " --loss poisson --task regression --params -" + how;
      Outcome exposure = run((common + " --exclude log_time --exposure time").split(" ")).ok();
      Outcome offset = run((common + " --exclude time --offset log_time").split(" ")).ok();
      assertEquals(exposure.out(), offset.out(), how);
      assertTrue(!exposure.out().contains(",time,"), exposure.out());
    }
    Outcome memory =
        run(("fit "
                    + data
                    + " --loss poisson --exposure time --exclude log_time"
                    + " --epochs 3 --batch-size 8 --lr 0.01 --params -")
                .split(" "))
            .ok();
    Outcome file =
        run(("fit "
                    + data
                    + " --loss poisson --exposure time --exclude log_time"
                    + " --epochs 3 --batch-size 8 --lr 0.01 --params - --memory 1")
                .split(" "))
            .ok();
    assertEquals(memory.out(), file.out());
  }

  @Test
  void explanationsAddTheOffset() {
    Outcome text =
        run(
                "explain",
                data("mtcars"),
                "--target",
                "carb",
                "--exclude",
                "model",
                "--loss",
                "poisson",
                "--exposure",
                "wt",
                "--row",
                "2")
            .ok();
    assertTrue(text.out().contains("raw carb = offset 0.963174 + "), text.out());
    Outcome json =
        run(
                "explain",
                data("mtcars"),
                "--target",
                "carb",
                "--exclude",
                "model",
                "--loss",
                "poisson",
                "--exposure",
                "wt",
                "--row",
                "2",
                "--format",
                "json")
            .ok();
    JsonNode row = Cli.json(json.out());
    assertEquals(Math.log(2.62), row.findValue("offset").asDouble(), 1e-12);
  }

  @Test
  void aModelNamesWhatItLearned() throws IOException {
    fit(cases("transforms.json").findFirst().orElseThrow());
    String shown = run("show", file("model.json")).ok().out();
    assertTrue(shown.contains("target: mpg, a number, learned as log(mpg)"), shown);
    assertTrue(shown.contains("numeric, log(hp)"), shown);
    assertTrue(shown.contains("parameters for 'log(mpg)'"), shown);
  }

  @Test
  void predictionNeedsTheExposure() throws IOException {
    fit(cases("offsets.json").findFirst().orElseThrow());
    String without = folder.resolve("without.csv").toString();
    Files.writeString(
        Path.of(without), "mpg,cyl,disp,hp,drat,qsec,vs,am,gear\n1,2,3,4,5,6,0,0,3\n");
    Outcome outcome = run("predict", file("model.json"), without);
    assertEquals(3, outcome.code());
    assertTrue(outcome.err().contains("has no column 'wt'"), outcome.err());
  }
}
