package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Poisson and gamma regressions beside R's glm; {@code glm.R} beside the resource made them. */
class GlmTest {
  private static final Path FITS = Path.of("src/test/resources/glm.json");

  @TempDir Path folder;

  static Stream<JsonNode> fits() throws IOException {
    JsonNode fits = Cli.json(Files.readString(FITS)).get("fits");
    return StreamSupport.stream(fits.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("fits")
  void agreeWithR(JsonNode fit) throws IOException {
    Path metrics = folder.resolve("metrics.json");
    List<String> arguments = new ArrayList<>(List.of("fit", data(fit.get("data").asText())));
    for (String key : List.of("loss", "target", "exclude", "weight")) {
      if (!fit.get(key).asText().isEmpty()) {
        arguments.addAll(List.of("--" + key, fit.get(key).asText()));
      }
    }
    arguments.addAll(List.of("--task", "regression", "--missing", "drop", "--params", "-"));
    arguments.addAll(List.of("--metrics", metrics.toString(), "--epochs", "20000"));
    Outcome outcome = run(arguments.toArray(String[]::new)).ok();

    JsonNode measured = Cli.json(Files.readString(metrics));
    double expected = fit.get("value").asDouble();
    assertEquals(expected, measured.get("objective").asDouble(), 1e-9 * expected);
    double[] values = outcome.numbers("value");
    double[] scaled = outcome.numbers("scaled_value");
    for (int i = 0; i < values.length; i++) {
      double unit = Math.abs(values[i] / scaled[i]); // of a coefficient, per standard deviation
      double near = 1e-5 * Math.max(Math.abs(values[i]), Double.isFinite(unit) ? unit : 1);
      assertEquals(fit.get("coefficients").get(i).asDouble(), values[i], near, "coefficient " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "gamma"})
  void startAtTheMean(String loss) {
    String target = loss.equals("gamma") ? "mpg" : "carb";
    Outcome outcome =
        run(
                "fit",
                data("mtcars"),
                "--target",
                target,
                "--task",
                "regression",
                "--loss",
                loss,
                "--epochs",
                "0")
            .ok();
    double start = Double.parseDouble(outcome.out().lines().toList().get(1).split(",")[1]);
    Matcher baseline = Pattern.compile("baseline ([0-9.]+)").matcher(outcome.err());
    assertTrue(baseline.find());
    assertEquals(Double.parseDouble(baseline.group(1)), start, 1e-5 * start);
  }

  @Test
  void aRateThatIsNotStableIsWarnedOfBeforeTheFirstStep() {
    Outcome outcome =
        run("fit", data("randhie"), "--target", "mdvis", "--loss", "poisson", "--lr", "0.4");
    assertEquals(ExitCode.DIVERGED, outcome.code());
    assertTrue(
        outcome.err().contains("warning: --lr 0.4 is 113 % of the largest stable rate"),
        outcome.err());
  }

  @Test
  void theLargestStableRateIsSaidWhereDescentEndedToo() {
    Outcome outcome =
        run("fit", data("randhie"), "--target", "mdvis", "--loss", "poisson", "--lr", "0.2", "-v")
            .ok();
    String said =
        outcome
            .err()
            .lines()
            .filter(line -> line.startsWith("landscape where descent ended"))
            .findFirst()
            .orElseThrow();
    double stable = Double.parseDouble(said.replaceAll(".*below ([0-9.]+) are.*", "$1"));
    assertEquals(0.23025, stable, 1e-4); // 2 over the largest eigenvalue of X' diag(mu) X / rows
  }
}
