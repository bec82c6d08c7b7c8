package gdtrain.cli;

import static gdtrain.cli.Cli.args;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code fit --metric-log layers}: the gradient norm of each layer in the loss log. */
class MetricLogTest {
  @TempDir Path folder;

  private static Outcome fit(String options, String... more) {
    return run(args(List.of(("fit -q datasets/" + options).split(" ")), more));
  }

  @ParameterizedTest
  @CsvSource({
    "xor.csv --hidden 3;2 --epochs 5, 3",
    "rents.csv --hidden 4 --epochs 5, 2",
    "xor.csv --hidden 3 --optimizer gd --lr 0.1 --l1 0.01 --init zeros --epochs 5, 2",
    "rents.csv --epochs 5 --l2 0.1, 1",
    "mtcars.csv --target mpg --loss mae --epochs 5, 1"
  })
  void theSquaresOfTheLayersSumToThatOfTheWhole(String options, int layers) {
    Outcome log = fit(options.replace(';', ','), "--metric-log", "layers").ok();
    double[] whole = log.numbers("grad_norm");
    double[] squares = new double[whole.length];
    for (int layer = 1; layer <= layers; layer++) {
      double[] norms = log.numbers("grad_norm_" + layer);
      for (int i = 0; i < norms.length; i++) {
        squares[i] += norms[i] * norms[i];
      }
    }
    for (int i = 0; i < whole.length; i++) {
      assertEquals(whole[i], Math.sqrt(squares[i]), 1e-12 * whole[i]);
    }
    assertTrue(log.header().endsWith(",grad_norm,lr" + names(layers)), log.header());
    assertFalse(log.header().contains("grad_norm_" + (layers + 1)));
  }

  private static String names(int layers) {
    StringBuilder names = new StringBuilder();
    for (int layer = 1; layer <= layers; layer++) {
      names.append(",grad_norm_").append(layer);
    }
    return names.toString();
  }

  /** The gradient of every parameter, as explain has it, gives the norm of its layer. */
  @ParameterizedTest
  @ValueSource(strings = {"rents.csv --hidden 3 --epochs 4", "pets.csv --hidden 2,2 --epochs 4"})
  void aNormIsThatOfTheGradientExplained(String options) {
    Outcome log = fit(options, "--metric-log", "layers").ok();
    String[] explain = ("explain -q --at 3 --format json datasets/" + options).split(" ");
    JsonNode parameters = json(run(explain).ok().out()).get("parameters");
    double[] squares = new double[5];
    parameters.forEach(
        p -> squares[p.get("layer").asInt()] += Math.pow(p.get("gradient").asDouble(), 2));
    for (int layer = 1; squares[layer] > 0; layer++) {
      double norm = log.numbers("grad_norm_" + layer)[3];
      assertEquals(Math.sqrt(squares[layer]), norm, 1e-9 * norm);
    }
    assertTrue(squares[2] > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "vnl", "jsonl"})
  void theOtherColumnsStayAsTheyAre(String format) {
    String[] shape = {"--log-format", format};
    String more = fit("xor.csv --hidden 3 --epochs 4 --metric-log layers", shape).ok().out();
    String plain = fit("xor.csv --hidden 3 --epochs 4", shape).ok().out();
    String column = format.equals("jsonl") ? ",\"grad_norm_[12]\":[-+.\\w]+" : "";
    String cells = column.isEmpty() ? "([,\\t ][^,\\t \\n]*){2}(?=\\n)" : column;
    assertEquals(plain, more.replaceAll(cells, ""));
    assertFalse(plain.equals(more));
  }

  @ParameterizedTest
  @CsvSource({"csv,1,30", "jsonl,7,25", "vnl,7,60"})
  void endsInTheBytesOfAnUninterruptedRun(String format, String every, String stop)
      throws Exception {
    String[] log = {"--metric-log", "layers", "--log-format", format, "--log-every", every};
    String fit = "rents.csv --hidden 3 --tolerance 0 --schedule constant --epochs ";
    String whole = folder.resolve("whole").toString();
    String part = folder.resolve("part").toString();
    String state = folder.resolve("state").toString();
    fit(fit + "60 --log " + whole, log).ok();
    fit(fit + stop + " --checkpoint " + state + " --log " + part, log).ok();
    fit(fit + "60 --resume " + state + " --log " + part, log).ok();
    assertArrayEquals(Cli.bytes(whole), Cli.bytes(part));
  }

  @Test
  void aRunLeavesTheSameModelAndIsReplayed() throws Exception {
    String model = folder.resolve("a.json").toString();
    String other = folder.resolve("b.json").toString();
    fit("pets.csv --hidden 2 --epochs 3 --metric-log layers -o " + model).ok();
    fit("pets.csv --hidden 2 --epochs 3 -o " + other).ok();
    assertArrayEquals(Cli.bytes(other), Cli.bytes(model));
    run("replay", model, "-q").ok();
  }

  @Test
  void plotDrawsTheLossAndTheNormsWhereTheyAreAskedFor() {
    byte[] log =
        fit("xor.csv --hidden 3 --epochs 9 --metric-log layers").ok().out().getBytes(UTF_8);
    String usual = runOn(log, "plot", "-", "--characters", "ascii").ok().out();
    assertTrue(usual.startsWith("loss: ") && !usual.contains("grad_norm"), usual);
    String norms =
        runOn(log, "plot", "-", "--columns", "grad_norm_1,grad_norm_2", "--characters", "ascii")
            .ok()
            .out();
    assertTrue(norms.contains("grad_norm_1") && norms.contains("grad_norm_2"), norms);
  }

  @Test
  void refusesWhatIsNoMetricAndWhatHasNoLog() {
    assertEquals(
        "--metric-log takes layers, not 'all'",
        fit("xor.csv --metric-log all").fault(ExitCode.USAGE));
    assertEquals(
        "--metric-log has no effect with --log-format none",
        fit("xor.csv --metric-log layers --log-format none").fault(ExitCode.USAGE));
  }

  @Test
  void aDivergedRunHasAllColumns() {
    Outcome log = fit("longley.csv --target TOTEMP --lr 1e200 --metric-log layers");
    assertEquals(ExitCode.DIVERGED, log.code());
    Stream<Integer> widths = log.out().lines().map(line -> line.split(",", -1).length);
    assertEquals(List.of(5), widths.distinct().toList());
  }
}
