package gdtrain.cli;

import static gdtrain.cli.Cli.args;
import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code explain --rows} and {@code --row}: which rows pull, and the chain rule for one. */
class ExplainRowTest {
  private static final double EXACT = 1e-15;

  private static JsonNode explain(String... options) {
    return json(run(args(List.of("explain", "--format", "json", "-q"), options)).ok().out());
  }

  private static double[] doubles(JsonNode list) {
    double[] numbers = new double[list.size()];
    Arrays.setAll(numbers, i -> list.get(i).asDouble());
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--weight carb", "--at 4", "--hidden 3 --at 2", "--scale none"})
  void slopesOfSquaredLossAreTwiceTheResidualWeightedAndAveraged(String more) throws Exception {
    String options =
        "explain -q --format csv --rows 32 --target mpg " + data("mtcars") + " " + more;
    Outcome csv = run(options.trim().split(" ")).ok();
    List<String> lines = Files.readAllLines(Path.of(data("mtcars")));
    boolean weighted = more.contains("carb");
    double all = weighted ? 90 : 32;

    assertEquals("line,truth,prediction,probability,loss,weight,slope,pull,share", csv.header());
    assertEquals(32, csv.rows().size());
    double last = Double.POSITIVE_INFINITY;
    for (CSVRecord row : csv.rows()) {
      String[] cells = lines.get(Integer.parseInt(row.get("line")) - 1).split(",");
      double truth = Double.parseDouble(cells[1]);
      double weight = weighted ? Double.parseDouble(cells[11]) : 1;
      double residual = number(row, "prediction") - truth;
      assertEquals(truth, number(row, "truth"), 1e-12);
      assertEquals(weight, number(row, "weight"));
      assertEquals(2 * residual, number(row, "slope"), 1e-12 * Math.abs(truth));
      assertEquals(residual * residual, number(row, "loss"), 1e-11 * truth * truth);
      assertEquals(weight * 2 * residual / all, number(row, "pull"), 1e-12 * Math.abs(truth));
      assertTrue(Math.abs(number(row, "pull")) <= last);
      last = Math.abs(number(row, "pull"));
    }
    assertEquals(1, Arrays.stream(csv.numbers("share")).sum(), 1e-12);
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @ParameterizedTest
  @ValueSource(strings = {"titanic", "iris", "iris --hidden 2", "titanic --class-weight balanced"})
  void rowsOfClassesPullByTheProbabilityTheyMiss(String options) {
    String name = options.split(" ")[0];
    String command = "explain -q --at 3 --rows 2000 --format csv " + data(options);
    Outcome csv =
        run(command
                .replace(options + ".csv", name + ".csv" + options.substring(name.length()))
                .split(" "))
            .ok();

    boolean right = false;
    boolean wrong = false;
    for (CSVRecord row : csv.rows()) {
      double missed = -number(row, "slope");
      boolean hit = row.get("truth").equals(row.get("prediction"));
      right |= hit;
      wrong |= !hit;
      assertEquals(-Math.log(1 - missed), number(row, "loss"), 1e-9);
      if (hit) {
        assertEquals(1 - missed, number(row, "probability"), 1e-12);
      } else {
        assertTrue(number(row, "probability") > 1 - missed);
      }
    }
    assertTrue(right && wrong);
    assertEquals(1, Arrays.stream(csv.numbers("share")).sum(), 1e-12);
  }

  /** Every number of the way forward and back follows from those before it. */
  @ParameterizedTest
  @CsvSource({
    "rents, 4, --hidden 3;2 --at 2",
    "rents, 9, --hidden 2 --activation relu --at 1 --weight area",
    "xor, 3, --hidden 3;2 --at 5",
    "iris, 60, --hidden 4;3 --at 3 --activation gelu",
    "rents, 5, --at 3",
    "iris, 60, --at 10"
  })
  void theChainRuleRecomputes(String table, String line, String options) {
    String command = data(table) + " --row " + line + " " + options.replace(';', ',');
    JsonNode row = explain(command.split(" ")).get("row");
    JsonNode layers = row.get("layers");
    double[] values = new double[0];
    for (JsonNode layer : layers) {
      double[] inputs = doubles(layer.get("values"));
      for (int i = 0; i < values.length; i++) {
        assertEquals(values[i], inputs[i]);
      }
      assertEquals(1, inputs[inputs.length - 1]);
      values = new double[layer.get("units").size()];
      for (int unit = 0; unit < values.length; unit++) {
        assertSum(inputs, layer.get("units").get(unit));
        values[unit] = layer.get("units").get(unit).get("value").asDouble();
      }
    }
    assertVerdict(row, values);
    assertBack(row, layers);
  }

  private static void assertSum(double[] inputs, JsonNode unit) {
    double[] weights = doubles(unit.get("weights"));
    double[] products = doubles(unit.get("products"));
    double sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      assertEquals(weights[i] * inputs[i], products[i]);
      sum += products[i];
    }
    assertEquals(sum, unit.get("sum").asDouble());
  }

  private static void assertVerdict(JsonNode row, double[] raw) {
    JsonNode outputs = row.get("outputs");
    boolean classes = row.get("truth").isTextual();
    double all = Arrays.stream(raw).map(Math::exp).sum();
    double loss = 0;
    for (int k = 0; k < raw.length; k++) {
      double target = outputs.get(k).get("target").asDouble();
      double prediction = outputs.get(k).get("prediction").asDouble();
      double expected =
          !classes
              ? row.get("target_center").asDouble() + row.get("target_scale").asDouble() * raw[0]
              : raw.length == 1 ? 1 / (1 + Math.exp(-raw[0])) : Math.exp(raw[k]) / all;
      assertEquals(raw[k], outputs.get(k).get("raw").asDouble());
      assertEquals(expected, prediction, 4 * EXACT * Math.max(1, Math.abs(expected)));
      double slope =
          classes
              ? prediction - target
              : 2 * (prediction - target) * row.get("target_scale").asDouble();
      assertEquals(
          slope,
          outputs.get(k).get("slope").asDouble(),
          1e-14 * Math.max(1, Math.abs(target)) * 20);
      loss +=
          !classes
              ? (prediction - target) * (prediction - target)
              : -target * Math.log(prediction)
                  - (raw.length == 1 ? (1 - target) * Math.log(1 - prediction) : 0);
    }
    assertEquals(loss, row.get("loss").asDouble(), 1e-12 * Math.max(1, loss));
  }

  private static void assertBack(JsonNode row, JsonNode layers) {
    double share = row.get("weight").asDouble() / row.get("total_weight").asDouble();
    for (int layer = layers.size() - 1; layer >= 0; layer--) {
      JsonNode units = layers.get(layer).get("units");
      double[] inputs = doubles(layers.get(layer).get("values"));
      for (int unit = 0; unit < units.size(); unit++) {
        JsonNode u = units.get(unit);
        assertEquals(behind(row, layers, layer, unit), u.get("slope_of_value").asDouble());
        double slope = u.get("slope_of_value").asDouble() * u.get("derivative").asDouble();
        assertEquals(slope, u.get("slope_of_sum").asDouble());
        for (int i = 0; i < inputs.length; i++) {
          double gradient = u.get("gradients").get(i).asDouble();
          assertEquals(slope * inputs[i], gradient);
          assertEquals(gradient * share, u.get("parts").get(i).asDouble());
        }
        assertActivated(layers.get(layer).get("activation").asText(), u);
      }
    }
  }

  private static double behind(JsonNode row, JsonNode layers, int layer, int unit) {
    if (layer == layers.size() - 1) {
      return row.get("outputs").get(unit).get("slope").asDouble();
    }
    double sum = 0;
    for (JsonNode next : layers.get(layer + 1).get("units")) {
      sum += next.get("slope_of_sum").asDouble() * next.get("weights").get(unit).asDouble();
    }
    return sum;
  }

  private static void assertActivated(String activation, JsonNode unit) {
    double z = unit.get("sum").asDouble();
    double value = unit.get("value").asDouble();
    double derivative = unit.get("derivative").asDouble();
    switch (activation) {
      case "tanh" -> {
        assertEquals(Math.tanh(z), value, EXACT);
        assertEquals(1 - value * value, derivative, EXACT);
      }
      case "relu" -> {
        assertEquals(Math.max(z, 0), value);
        assertEquals(z > 0 ? 1 : 0, derivative);
      }
      case "identity" -> {
        assertEquals(z, value);
        assertEquals(1, derivative);
      }
      default -> assertTrue(Math.abs(value) <= Math.abs(z)); // gelu, which Java has no word for
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rents --hidden 3,2 --l2 0 --at 2",
        "rents --hidden 2 --l2 0 --weight area --at 1",
        "xor --hidden 3,2 --l2 0 --class-weight odd=3,even=1",
        "rents --loss huber:delta=2 --hidden 2 --l2 0",
        "rents --loss gamma --at 2"
      })
  void thePartsOfAllRowsAreTheGradient(String options) {
    String[] words = options.split(" ");
    words[0] = data(words[0]);
    int rows = options.startsWith("xor") ? 4 : 8;
    List<double[]> sums = new ArrayList<>();
    for (int line = 2; line <= rows + 1; line++) {
      JsonNode layers = explain(args(List.of(words), "--row", "" + line)).get("row").get("layers");
      int at = 0;
      for (JsonNode layer : layers) {
        for (JsonNode unit : layer.get("units")) {
          double[] parts = doubles(unit.get("parts"));
          double[] means = doubles(unit.get("mean_gradients"));
          if (line == 2) {
            sums.add(new double[parts.length]);
          }
          double[] sum = sums.get(at++);
          for (int i = 0; i < parts.length; i++) {
            sum[i] += parts[i];
            assertEquals(means[i], line == rows + 1 ? sum[i] : means[i], 1e-13);
          }
        }
      }
    }
    JsonNode parameters = explain(words).get("parameters");
    double[] gradients = new double[parameters.size()];
    Arrays.setAll(gradients, i -> parameters.get(i).get("gradient").asDouble());
    double[] parts = sums.stream().flatMapToDouble(Arrays::stream).toArray();
    Arrays.sort(gradients);
    Arrays.sort(parts);
    assertEquals(parts.length, gradients.length);
    for (int i = 0; i < parts.length; i++) {
      assertEquals(gradients[i], parts[i], 1e-13 * Math.max(1, Math.abs(parts[i])));
    }
  }

  @Test
  void inputsAreShownAsTheyAreInTheFileToo() {
    JsonNode inputs =
        explain(
                data("penguins"),
                "--target",
                "body_mass_g",
                "--degree",
                "2",
                "--interactions",
                "--row",
                "7")
            .get("row")
            .get("inputs");

    assertEquals("island=Dream", inputs.get(2).get("input").asText(), inputs.toString());
    boolean square = false;
    for (JsonNode input : inputs) {
      if (input.get("input").asText().equals("bill_length_mm^2")) {
        square = true;
        assertEquals(39.3 * 39.3, input.get("raw").asDouble());
        assertTrue(Math.abs(input.get("scaled").asDouble()) < 3);
      }
    }
    assertTrue(square);
  }

  @Test
  void aMissingCellIsToldFromAValueOfTheFile() {
    JsonNode inputs = explain("--row", "17", "--interactions", data("titanic")).at("/row/inputs");
    List<String> imputed = new ArrayList<>();
    for (JsonNode input : inputs) {
      if (input.get("imputed").asBoolean()) {
        imputed.add(input.get("input").asText());
      }
    }
    assertEquals("age", imputed.get(0));
    assertTrue(imputed.stream().allMatch(name -> name.matches("(.*:)?age(:.*)?")), imputed + "");
    assertTrue(imputed.size() > 1, "products of it are made of the same number");

    String text = run("explain", "--row", "17", "-q", data("titanic")).ok().out();
    assertTrue(text.contains("missing, taken as 29.88"), text);
    assertEquals(1, text.split("missing, taken as", -1).length - 1, text);
  }
}
