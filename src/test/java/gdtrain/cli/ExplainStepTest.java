package gdtrain.cli;

import static gdtrain.cli.Cli.args;
import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code explain --row}: one step on the row alone; {@code --follow}: the row over the epochs. */
class ExplainStepTest {
  @TempDir Path folder;

  private static JsonNode row(String options) {
    String command = "explain -q --format json " + options;
    return json(run(command.split(" ")).ok().out()).get("row");
  }

  /** The rows of a dataset, of which all but that on a line have next to no weight. */
  private String weighingOne(String name, int line) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(data(name)));
    List<String> weighed =
        IntStream.range(0, lines.size())
            .mapToObj(i -> (i == 0 ? "w" : i == line - 1 ? "1" : "1e-10") + "," + lines.get(i))
            .toList();
    return Files.write(folder.resolve(name + ".csv"), weighed).toString();
  }

  /** {@code fit} on this row alone, from the same start, ends where the step is said to lead. */
  @ParameterizedTest
  @CsvSource({
    "rents, 9, --lr 0.002",
    "pets, 12, --lr 0.01",
    "pets, 12, --lr 0.02 --hidden 3 --optimizer gd --batch-size full --l2 0 --schedule constant",
    "iris, 60, --lr 0.01"
  })
  void theStepIsThatOfFitOnTheRowAlone(String name, int line, String options) throws IOException {
    String settings = "--scale none " + options;
    JsonNode row = row(data(name) + " " + settings + " --row " + line);
    String model = folder.resolve("model.json").toString();
    String fit = "fit -q --epochs 1 --tolerance 0 --log-format none --weight w -o " + model;
    run(args(List.of((fit + " " + settings + " " + weighingOne(name, line)).split(" ")))).ok();

    Outcome predicted = run("predict", model, data(name)).ok();
    CSVRecord record = predicted.rows().get(line - 2);
    JsonNode next = row.at("/step/predictions");
    boolean several = next.size() > 1;
    for (int k = 0; k < next.size(); k++) {
      int column = several ? k + 1 : record.size() - 1;
      assertEquals(next.get(k).asDouble(), Double.parseDouble(record.get(column)), 1e-6);
    }
    assertFalse(next.equals(row.at("/outputs/0/prediction")));
  }

  /** Every weight moves by rate x gradient in the unit in which the target is learned. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rents.csv --hidden 3,2 --at 2 --lr 0.05 --row 4",
        "mtcars.csv --target mpg --lr 0.01 --at 5 --row 7",
        "pets.csv --row 12 --at 3"
      })
  void theStepRecomputes(String options) {
    JsonNode row = row("datasets/" + options);
    double rate = row.at("/step/learning_rate").asDouble();
    double unit = row.get("target_scale").asDouble() * row.get("target_scale").asDouble();
    JsonNode layers = row.get("layers");
    double[] values = new double[0];
    for (JsonNode layer : layers) {
      double[] sums = new double[layer.get("units").size()];
      for (int unitOf = 0; unitOf < sums.length; unitOf++) {
        JsonNode u = layer.get("units").get(unitOf);
        for (int i = 0; i < u.get("weights").size(); i++) {
          double next =
              u.get("weights").get(i).asDouble()
                  - rate * u.get("gradients").get(i).asDouble() / unit;
          assertEquals(next, u.get("next").get(i).asDouble(), 1e-12);
          double input =
              values.length == 0
                  ? layer.get("values").get(i).asDouble()
                  : i < values.length ? values[i] : 1;
          sums[unitOf] += next * input;
        }
        boolean hidden = layer.get("activation").asText().equals("tanh");
        sums[unitOf] = hidden ? Math.tanh(sums[unitOf]) : sums[unitOf];
      }
      values = sums;
    }
    assertEquals(values[0], row.at("/step/raw/0").asDouble(), 1e-12);
    double said = row.at("/step/predictions/0").asDouble();
    double expected =
        row.get("truth").isTextual()
            ? 1 / (1 + Math.exp(-values[0]))
            : row.get("target_center").asDouble() + row.get("target_scale").asDouble() * values[0];
    assertEquals(expected, said, 1e-11);
  }

  @Test
  void theCatThatIsTakenForADogIsToldSo() {
    String text =
        run("explain", data("pets"), "--lr", "0.5", "--at", "10", "--row", "12", "-q").out();
    String last = text.substring(text.lastIndexOf("one step")).replace("\n  ", " ");
    assertEquals(
        "one step on this row alone at learning rate 0.5: 66 % dog becomes 40 % dog; truth cat\n",
        last);
  }

  @Test
  void aScoreThatIsNoProbabilityIsToldAsItIs() {
    String text = run("explain", data("pets"), "--loss", "hinge", "--row", "12", "-q").ok().out();
    assertTrue(text.contains(": raw output 0 for\n  dog becomes "), text);
  }

  @Test
  void anOptimizerWithoutALearningRateYetHasNoStepAtItsEnd() {
    JsonNode row = row(data("rents") + " --epochs 0 --lr 0.1 --schedule cosine --row 4");
    assertTrue(row.get("step").isNull());
  }

  /** The numbers of every epoch are those of {@code explain --at} it. */
  @ParameterizedTest
  @ValueSource(strings = {"pets.csv --lr 0.5", "rents.csv --hidden 2", "iris.csv"})
  void aRowIsFollowedThroughAllEpochs(String options) {
    String command = "datasets/" + options + " --epochs 5 ";
    Outcome csv = run(("explain -q --format csv " + command + "--follow 4").split(" ")).ok();
    assertEquals("epoch,prediction,probability,loss,slope,lr,correction", csv.header());
    assertEquals(6, csv.rows().size());
    double[] rates = run(("fit -q " + command).split(" ")).ok().numbers("lr");
    for (int epoch = 0; epoch <= 5; epoch++) {
      CSVRecord record = csv.rows().get(epoch);
      JsonNode row = row(command + "--at " + epoch + " --row 4");
      assertEquals(row.get("loss").asDouble(), Double.parseDouble(record.get("loss")), 1e-12);
      assertEquals(epoch, Integer.parseInt(record.get("epoch")));
      if (epoch < 5) {
        double rate = Double.parseDouble(record.get("lr"));
        assertEquals(rates[epoch + 1], rate);
        double slope = Double.parseDouble(record.get("slope"));
        assertEquals(-rate * slope, Double.parseDouble(record.get("correction")));
      } else {
        assertEquals("", record.get("lr") + record.get("correction"));
      }
    }
  }

  @Test
  void theTableHasPowersOfTwoAndTheEnds() {
    String text =
        run("explain", data("pets"), "--lr", "0.5", "--epochs", "100", "--follow", "12", "-q")
            .ok()
            .out();
    List<String> epochs = text.lines().skip(6).map(line -> line.trim().split(" +")[0]).toList();
    assertEquals(List.of("0", "1", "2", "4", "8", "16", "32", "64", "100"), epochs);
    assertTrue(text.contains("\n  4        61 % dog  0.9399  -0.6093  0.5      0.3047\n"), text);
  }

  @Test
  void aFollowedRunThatDivergesEndsWithItsStatus() {
    Outcome outcome =
        run("explain", data("rents"), "--lr", "9", "--follow", "4", "--format", "json", "-q");
    assertEquals(ExitCode.DIVERGED, outcome.code());
    assertTrue(outcome.err().startsWith("gdtrain: diverged at epoch "), outcome.err());
    assertTrue(json(outcome.out()).get("epochs").size() > 2);
  }
}
