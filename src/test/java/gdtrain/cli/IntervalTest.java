package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals of predictions, and what predictions are made of. */
class IntervalTest {
  @TempDir Path folder;
  private String model;

  @BeforeEach
  void nameModel() {
    model = folder.resolve("m.json").toString();
  }

  /** Rows whose noise is skewed and grows with x: nothing that Student's t allows for. */
  private String simulated(String name, int rows, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("x,y\n");
    for (int i = 0; i < rows; i++) {
      double x = random.nextDouble() * 4;
      double noise = (1 + x) * -Math.log(1 - random.nextDouble());
      csv.append(String.format(Locale.ROOT, "%.5f,%.5f%n", x, 3 * x + noise));
    }
    return Files.writeString(folder.resolve(name), csv).toString();
  }

  private static double covered(Outcome predicted) {
    int inside = 0;
    for (CSVRecord row : predicted.rows()) {
      double truth = Double.parseDouble(row.get("y"));
      inside +=
          truth >= Double.parseDouble(row.get("lower"))
                  && truth <= Double.parseDouble(row.get("upper"))
              ? 1
              : 0;
    }
    return (double) inside / predicted.rows().size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--validation 0.4", "--calibrate 4"})
  void coverAsOftenAsTheySay(String calibrated) throws IOException {
    String train = simulated("train.csv", 1500, 1);
    String fresh = simulated("fresh.csv", 3000, 2);
    String[] words = calibrated.split(" ");
    run("fit", train, "-o", model, "--log-format", "none", "-q", words[0], words[1]).ok();
    for (double level : new double[] {0.5, 0.9, 0.99}) {
      Outcome predicted = run("predict", model, fresh, "--interval", "" + level, "--append").ok();
      double near = 4 * Math.sqrt(level * (1 - level) / 600); // of so many rows that calibrate
      assertEquals(level, covered(predicted), near);
      assertTrue(predicted.err().contains("by the residuals of "), predicted.err());
    }
  }

  @Test
  void ofNumbersThatAreNeverNegativeEndAtZero() {
    run(
            "fit",
            data("mtcars"),
            "--target",
            "carb",
            "--exclude",
            "model",
            "--loss",
            "poisson",
            "--task",
            "regression",
            "--calibrate",
            "3",
            "-o",
            model,
            "-q",
            "--log-format",
            "none")
        .ok();
    Outcome predicted = run("predict", model, data("mtcars"), "--interval", "0.95").ok();
    assertTrue(predicted.rows().stream().anyMatch(row -> row.get("lower").equals("0.0")));
    assertTrue(predicted.rows().stream().noneMatch(row -> row.get("lower").startsWith("-")));
  }

  @Test
  void contributionsOfClassesAddUpToTheLogOdds() {
    run("fit", data("iris"), "--l2", "0.01", "-o", model, "-q", "--log-format", "none").ok();
    Outcome predicted = run("predict", model, data("iris"), "--contributions").ok();
    for (CSVRecord row : predicted.rows().subList(48, 52)) {
      double[] raw = new double[3];
      int k = 0;
      for (String label : new String[] {"setosa", "versicolor", "virginica"}) {
        raw[k] = Double.parseDouble(row.get("base_value_" + label));
        for (String part : new String[] {"sepal_length", "sepal_width", "petal_length"}) {
          raw[k] += Double.parseDouble(row.get("contribution_" + label + "_" + part));
        }
        raw[k] += Double.parseDouble(row.get("contribution_" + label + "_petal_width"));
        k++;
      }
      double odds = Double.parseDouble(row.get("probability_virginica"));
      odds /= Double.parseDouble(row.get("probability_versicolor"));
      assertEquals(Math.log(odds), raw[2] - raw[1], 1e-9);
    }
    assertTrue(predicted.err().contains("they add up") || predicted.err().contains("add up to"));
  }

  @Test
  void withoutInferenceCategoriesCountFromTheBase() {
    run(
            "fit",
            data("penguins"),
            "--target",
            "body_mass_g",
            "--l2",
            "0.01",
            "--degree",
            "2",
            "--exclude",
            "sex,island",
            "-o",
            model,
            "-q",
            "--log-format",
            "none")
        .ok();
    Outcome predicted = run("predict", model, data("penguins"), "--contributions").ok();
    assertTrue(predicted.err().contains("of categories from the base"), predicted.err());
    CSVRecord first = predicted.rows().get(0); // an Adelie, the base
    assertEquals(0, Double.parseDouble(first.get("contribution_species")));
    double sum = 0;
    for (String column : predicted.header().split(",")) {
      sum += column.equals("prediction") ? 0 : Double.parseDouble(first.get(column));
    }
    assertEquals(Double.parseDouble(first.get("prediction")), sum, 1e-8);
    assertTrue(predicted.header().contains(",contribution_bill_length_mm^2"), predicted.header());
  }

  /** Moved by a little, an input changes the output of a network by its slope. */
  @Test
  void contributionsOfNetworksAreSlopesTimesInputs() throws IOException {
    String train = simulated("train.csv", 60, 3);
    run("fit", train, "--hidden", "3,2", "--epochs", "20", "-o", model, "-q", "--log", "/dev/null")
        .ok();
    double mean =
        run("predict", model, train, "--append").ok().rows().stream()
            .mapToDouble(row -> Double.parseDouble(row.get("x")))
            .average()
            .orElseThrow();
    Path near = Files.writeString(folder.resolve("near.csv"), "x\n2.5\n2.4999\n2.5001\n");
    Outcome predicted = run("predict", model, near.toString(), "--contributions").ok();
    double[] y = predicted.numbers("prediction");
    double slope = (y[2] - y[1]) / 0.0002;
    assertEquals(slope * (2.5 - mean), predicted.numbers("slope_x_input_x")[0], 1e-5);
    assertFalse(predicted.header().contains("base_value"), predicted.header());
    assertTrue(predicted.err().contains("do not add up"), predicted.err());
  }
}
