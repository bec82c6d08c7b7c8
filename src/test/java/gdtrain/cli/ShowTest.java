package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model file for people. */
class ShowTest {
  @TempDir Path folder;

  @Test
  void printsSchemaSettingsResultAndTheParameterTableOfFit() {
    String model = folder.resolve("m.json").toString();
    Outcome fit = run("fit", data("titanic"), "--l2", "0.25", "-o", model, "--exclude", "name");
    String shown = run("show", model).ok().out();

    for (String line :
        List.of(
            "target: survived, one of no, yes",
            "loss: binary-cross-entropy",
            "  l2: 0.25",
            "  exclude: name",
            "  ending: converged",
            "  rows: 1309")) {
      assertTrue(shown.lines().anyMatch(line::equals), line + " is not in\n" + shown);
    }
    assertTrue(shown.contains("1st, 2nd, 3rd") && shown.contains("female, male"), shown);
    String table =
        fit.ok().err().substring(fit.err().indexOf("parameters for 'survived' in original units:"));
    assertTrue(shown.endsWith(table), shown);
  }

  @Test
  void printsPowersAndProductsAmongTheInputs() {
    String model = folder.resolve("m.json").toString();
    run("fit", data("iris"), "--degree", "2", "--interactions", "--scale", "minmax", "-o", model)
        .ok();
    List<String> shown = run("show", model).ok().out().lines().map(l -> l.strip()).toList();

    assertTrue(shown.contains("degree: 2") && shown.contains("interactions: true"), "" + shown);
    for (String line :
        List.of(
            "sepal_length\\^2 +product +- +18.49 +43.92 +-",
            "petal_length:petal_width +product .*")) {
      assertTrue(shown.stream().anyMatch(l -> l.matches(line)), line + " is not in\n" + shown);
    }
  }

  @Test
  void printsTheParametersThatFitWrote() throws Exception {
    Path model = folder.resolve("m.json");
    Path parameters = folder.resolve("p.csv");
    run("fit", data("iris"), "-o", model.toString(), "--params", parameters.toString()).ok();

    Outcome shown = run("show", "--params", model.toString()).ok();
    assertEquals(Files.readString(parameters), shown.out());
  }
}
