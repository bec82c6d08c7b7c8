package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A saved model, looked into by its own settings, stands where its run kept it. */
class ModelRunTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "penguins.csv --target species --missing drop --epochs 9",
        "penguins.csv --target body_mass_g --hidden 3 --epochs 9",
        "penguins.csv --target species --class-weight balanced --l2 0.1 --epochs 9",
        "penguins.csv --target body_mass_g --degree 2 --interactions --epochs 9",
        "penguins.csv --target sex --encode full --scale minmax --l1 0.01 --epochs 9",
        "mtcars.csv --target mpg --loss huber:delta=2 --no-intercept --optimizer lbfgs",
        "rents.csv --layer 4:activation=relu --layer 3:l2=0.1 --seed 3 --epochs 9"
      })
  void itsLossIsThatOfItsRun(String settings) throws IOException {
    Path model = folder.resolve("model.json");
    List<String> fit = new ArrayList<>(List.of(("fit datasets/" + settings).split(" ")));
    fit.addAll(List.of("-o", model.toString()));
    run(fit.toArray(String[]::new)).ok();

    String data = fit.get(1);
    JsonNode saved = JSON.readTree(Files.readString(model)).get("run").get("result");
    JsonNode seen =
        JSON.readTree(
            run("explain", data, "--model", model.toString(), "--format", "json").ok().out());
    assertEquals(saved.get("loss").asDouble(), seen.get("loss").asDouble(), 1e-15);
    assertEquals(
        saved.get("gradient_norm").asDouble(),
        seen.get("gradient_norm").asDouble(),
        1e-9 * saved.get("gradient_norm").asDouble());
  }

  @Test
  void itsSettingsAreItsOwn() {
    String model = folder.resolve("model.json").toString();
    run("fit", "datasets/rents.csv", "-q", "--log-format", "none", "-o", model).ok();

    String lr = run("explain", "datasets/rents.csv", "--model", model, "--lr", "1").fault(2);
    assertEquals("--lr has no effect with --model, which has its own settings", lr);
    String spec = run("check", "datasets/rents.csv", "--model", model, "--print-spec").fault(2);
    assertTrue(spec.startsWith("--print-spec has no effect with --model"), spec);
    String at = run("explain", "datasets/rents.csv", "--model", model, "--at", "end").fault(2);
    assertEquals("--at has no effect with --model, which is one point", at);
  }
}
