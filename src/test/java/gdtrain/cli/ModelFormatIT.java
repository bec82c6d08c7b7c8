package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The model file holds all that another program needs: predict_from_model.py knows nothing else.
 */
class ModelFormatIT {
  private static final String SCRIPT = "src/test/resources/predict_from_model.py";

  private static final List<String> FITS =
      List.of(
          "iris species",
          "titanic survived",
          "titanic survived --threshold 0.3",
          "penguins body_mass_g",
          "titanic survived --degree 3 --interactions",
          "penguins body_mass_g --interactions --encode full",
          "penguins body_mass_g --hidden 5,3 --epochs 20",
          "iris species --layer 4:activation=gelu --layer 3:activation=selu --epochs 20",
          "titanic survived --hidden 4,3 --activation elu --epochs 20",
          "titanic survived --hidden 4 --activation leaky-relu --loss hinge --epochs 20",
          "titanic survived --loss squared-hinge",
          "randhie mdvis --loss poisson",
          "mtcars carb --exclude model --loss poisson --exposure wt",
          "mtcars carb --exclude model --loss gamma --offset am",
          "mtcars mpg --exclude model --target-transform log --log-inputs hp,wt --degree 2",
          "penguins body_mass_g --target-transform sqrt --scale robust --log-inputs bill_depth_mm",
          "diabetes progression --loss gamma --hidden 4 --activation swish --epochs 9");

  @TempDir static Path folder;

  /** What NumPy predicts, by fit and by field. */
  private static final Map<String, List<String>> PREDICTED = new LinkedHashMap<>();

  private static String data(String fit) {
    return "datasets/" + fit.split(" ")[0] + ".csv";
  }

  private static String model(String fit) {
    return folder.resolve(FITS.indexOf(fit) + ".json").toString();
  }

  static List<String> fits() {
    return FITS;
  }

  /** NumPy starts slowly: one process predicts them all. */
  @BeforeAll
  static void trainAndPredict() throws Exception {
    List<String> command = new ArrayList<>(List.of(Program.python("numpy"), SCRIPT));
    List<String> keys = new ArrayList<>();
    for (String fit : FITS) {
      String[] words = fit.split(" ", 3);
      List<String> line =
          new ArrayList<>(List.of("fit", data(fit), "--target", words[1], "-q", "-o", model(fit)));
      line.addAll(words.length < 3 ? List.of() : List.of(words[2].split(" ")));
      Cli.run(line.toArray(String[]::new)).ok();
      for (String field : List.of("scaled_value", "value")) {
        command.addAll(List.of(model(fit), data(fit), field));
        keys.add(fit + " " + field);
      }
    }
    String[] sections =
        Program.run(Map.of(), command.toArray(String[]::new)).ok().out().split("\n\n");
    assertEquals(keys.size(), sections.length);
    for (int i = 0; i < sections.length; i++) {
      PREDICTED.put(keys.get(i), sections[i].lines().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("fits")
  void numpyPredictsWhatGdtrainPredicts(String fit) {
    List<String> expected = Cli.run("predict", model(fit), data(fit)).ok().out().lines().toList();
    boolean products = fit.contains("--interactions") || fit.contains("--degree");
    for (String field : List.of("scaled_value", "value")) {
      List<String> predicted = PREDICTED.get(fit + " " + field);
      double tolerance = field.equals("scaled_value") ? 1e-12 : products ? 1e-7 : 1e-9;
      assertEquals(expected.size(), predicted.size());
      assertEquals(expected.get(0), predicted.get(0));
      for (int row = 1; row < expected.size(); row++) {
        assertRow(expected.get(row).split(","), predicted.get(row).split(","), tolerance);
      }
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
