package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The model file holds all that another program needs: predict_from_model.py knows nothing else.
 */
class ModelFormatIT {
  private static final String SCRIPT = "src/test/resources/predict_from_model.py";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "iris, species, '', scaled_value, 1e-12",
    "iris, species, '', value, 1e-9",
    "titanic, survived, '', scaled_value, 1e-12",
    "titanic, survived, '', value, 1e-9",
    "penguins, body_mass_g, '', scaled_value, 1e-12",
    "penguins, body_mass_g, '', value, 1e-9",
    "titanic, survived, --degree 3 --interactions, scaled_value, 1e-12",
    "titanic, survived, --degree 3 --interactions, value, 1e-7",
    "penguins, body_mass_g, --interactions --encode full, scaled_value, 1e-12",
    "penguins, body_mass_g, --interactions --encode full, value, 1e-7",
    "penguins, body_mass_g, '--hidden 5,3 --epochs 20', scaled_value, 1e-12",
    "penguins, body_mass_g, '--hidden 5,3 --epochs 20', value, 1e-9",
    "iris, species, '--layer 4:activation=gelu --layer 3:activation=selu --epochs 20', value, 1e-9",
    "titanic, survived, '--hidden 4,3 --activation elu --epochs 20', scaled_value, 1e-12",
    "titanic, survived, '--hidden 4 --activation leaky-relu --loss hinge --epochs 20', value, 0",
    "titanic, survived, --loss squared-hinge, scaled_value, 0",
    "randhie, mdvis, --loss poisson, scaled_value, 1e-12",
    "randhie, mdvis, --loss poisson, value, 1e-9",
    "diabetes, progression, '--loss gamma --hidden 4 --activation swish --epochs 9', value, 1e-9",
  })
  void numpyPredictsWhatGdtrainPredicts(
      String name, String target, String options, String field, double tolerance) throws Exception {
    String python = Program.python("numpy");
    String data = "datasets/" + name + ".csv";
    String model = folder.resolve("model.json").toString();
    String fit = "fit %s --target %s -q --log-format none -o %s %s";
    Cli.run(fit.formatted(data, target, model, options).strip().split(" ")).ok();

    List<String> expected = Cli.run("predict", model, data).ok().out().lines().toList();
    List<String> predicted =
        Program.run(Map.of(), python, SCRIPT, model, data, field).ok().out().lines().toList();

    assertEquals(expected.size(), predicted.size());
    assertEquals(expected.get(0), predicted.get(0));
    for (int row = 1; row < expected.size(); row++) {
      assertRow(expected.get(row).split(","), predicted.get(row).split(","), tolerance);
    }
  }

  private static void assertRow(String[] expected, String[] predicted, double tolerance) {
    assertEquals(expected.length, predicted.length);
    for (int i = 0; i < expected.length; i++) {
      if (!expected[i].matches("-?[0-9].*")) {
        assertEquals(expected[i], predicted[i]);
        continue;
      }
      double value = Double.parseDouble(expected[i]);
      double allowed = tolerance * Math.max(1, Math.abs(value));
      assertEquals(value, Double.parseDouble(predicted[i]), allowed);
    }
  }

  @Test
  void theScriptNoticesAChangedParameter() throws Exception {
    String python = Program.python("numpy");
    String data = "datasets/iris.csv";
    String model = folder.resolve("model.json").toString();
    Cli.run("fit", data, "-q", "--log-format", "none", "-o", model).ok();
    String copy = folder.resolve("copy.json").toString();
    String change =
        """
        import json, sys
        model = json.load(open(sys.argv[1]))
        model["parameters"][0]["scaled_value"] += 1
        json.dump(model, open(sys.argv[2], "w"))
        """;
    Program.run(Map.of(), python, "-c", change, model, copy).ok();

    String before = predict(python, model, data);
    assertEquals(before, predict(python, model, data));
    assertEquals(false, before.equals(predict(python, copy, data)));
  }

  private static String predict(String python, String model, String data) throws Exception {
    return Program.run(Map.of(), python, SCRIPT, model, data, "scaled_value").ok().out();
  }
}
