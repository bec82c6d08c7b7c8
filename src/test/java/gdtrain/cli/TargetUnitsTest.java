package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hidden layers learn a target in standard units; every loss is told in those of its column. */
class TargetUnitsTest {
  private static final Map<String, DoubleUnaryOperator> LOSSES =
      Map.of(
          "mse", r -> r * r,
          "mae", Math::abs,
          "quantile:q=0.2", r -> r > 0 ? 0.8 * r : -0.2 * r,
          "huber:delta=30", r -> Math.abs(r) < 30 ? r * r / 2 : 30 * (Math.abs(r) - 15),
          "log-cosh:width=40", r -> 1600 * Math.log(Math.cosh(r / 40)));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"mse", "mae", "quantile:q=0.2", "huber:delta=30", "log-cosh:width=40"})
  void logAndEvaluationAndPredictionsTellTheSameLoss(String loss) throws Exception {
    String table = data("diabetes");
    String model = folder.resolve("m.json").toString();
    Outcome fit =
        run(
                "fit",
                table,
                "--hidden",
                "3",
                "--loss",
                loss,
                "--epochs",
                "15",
                "--l2",
                "0",
                "-o",
                model)
            .ok();
    double logged = Arrays.stream(fit.numbers("loss")).min().orElseThrow();

    double evaluated =
        run("evaluate", model, table).ok().rows().stream()
            .filter(row -> row.get(0).equals("loss"))
            .mapToDouble(row -> Double.parseDouble(row.get(1)))
            .findFirst()
            .orElseThrow();
    assertEquals(logged, evaluated, 1e-12 * logged);

    double[] predictions = run("predict", model, table).ok().numbers("prediction");
    double[] targets =
        Cli.rows(Files.readString(Path.of(table))).stream()
            .mapToDouble(row -> Double.parseDouble(row.get("progression")))
            .toArray();
    double byHand =
        IntStream.range(0, targets.length)
            .mapToDouble(i -> LOSSES.get(loss).applyAsDouble(predictions[i] - targets[i]))
            .average()
            .orElseThrow();
    assertEquals(byHand, evaluated, 1e-9 * byHand);
    assertTrue(fit.numbers("loss")[0] > 1.05 * logged, "it learned");
  }
}
