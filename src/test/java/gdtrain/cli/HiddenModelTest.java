package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import gdtrain.network.Layer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model with hidden layers, from fit to its file and back. */
class HiddenModelTest {
  private static final String IRIS = data("iris");

  @TempDir Path folder;
  private Path model;
  private Outcome fit;

  @BeforeEach
  void fit() {
    model = folder.resolve("model.json");
    String[] layers = {"--layer=4:activation=relu,dropout=0.25", "--layer=2:l2=0.5"};
    fit = run(Cli.args(List.of("fit", IRIS, "--epochs=5", "-o", model.toString()), layers)).ok();
  }

  @Test
  void itsFileKeepsTheLayers() throws Exception {
    Model read = ModelFile.read(model);
    assertArrayEquals(Files.readAllBytes(model), ModelFile.bytes(read));
    assertEquals(List.of(4, 2), read.hidden().stream().map(Layer::units).toList());
    assertEquals(
        List.of("relu", "tanh"),
        read.hidden().stream().map(layer -> layer.activation().name()).toList());
    assertEquals(List.of(0.25, 0.0), read.hidden().stream().map(Layer::dropout).toList());
    assertEquals(
        List.of(OptionalDouble.empty(), OptionalDouble.of(0.5)),
        read.hidden().stream().map(Layer::l2).toList());
    assertEquals(5 * 4 + 5 * 2 + 3 * 3, read.scaled().size());
  }

  /** What steps leave out is there again when the loss is measured. */
  @Test
  void theLossIsThatOfAllUnits() {
    double[] objectives = fit.numbers("objective");
    int kept =
        IntStream.range(0, objectives.length)
            .boxed()
            .min(Comparator.comparingDouble(epoch -> objectives[epoch]))
            .orElseThrow();
    List<String> evaluated = run("evaluate", model.toString(), IRIS).ok().out().lines().toList();
    String loss = evaluated.stream().filter(line -> line.startsWith("loss,")).findFirst().get();
    assertEquals(fit.numbers("loss")[kept], Double.parseDouble(loss.split(",")[1]), 1e-12);
    assertEquals(
        run("predict", model.toString(), IRIS).ok(), run("predict", model.toString(), IRIS).ok());
  }

  @Test
  void isShownLayerAfterLayer() {
    List<String> lines =
        run("show", model.toString()).ok().out().lines().map(String::strip).toList();
    assertTrue(lines.contains("hidden layers: 4 relu, 2 tanh"), "" + lines);
    int first = lines.indexOf("layer 1:");
    assertTrue(lines.get(first + 1).matches("input +h1_1 +h1_2 +h1_3 +h1_4"), "" + lines);
    assertEquals("layer 2:", lines.get(first + 7));
    assertTrue(lines.get(first + 8).matches("input +h2_1 +h2_2"), "" + lines);
    assertTrue(lines.get(first + 9).startsWith("h1_1 "), "" + lines);
    assertEquals("layer 3:", lines.get(first + 14));
    assertTrue(lines.get(first + 15).matches("input +setosa +versicolor +virginica"), "" + lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/hidden | [] | 39 parameters, where 5 inputs and 3 outputs need 15",
        "/hidden | 3 | 39 parameters, where 5 inputs and 3 outputs need 15",
        "/hidden/0/units | 5 | 39 parameters, where 5 inputs and 3 outputs need 46",
        "/hidden/0/units | 4.5 | 'units' is 4.5, not a whole number",
        "/hidden/0/units | 1e10 | 'units' is 1.0E10, not a whole number",
        "/hidden/0/units | 0 | a hidden layer has 1 unit or more, not 0",
        "/hidden/0/units | null | 'units' is missing",
        "/hidden/0/units | \"four\" | 'units' is \"four\", not a finite number",
        "/hidden/0/activation | \"rel\" | there is no 'rel'; did you mean 'relu'?",
        "/hidden/0/activation | 3 | 'activation' is 3, not a text",
        "/hidden/0/activation | \"relu:slope=1\" | has no setting 'slope'",
        "/hidden/0/dropout | 1 | dropout must be at least 0 and below 1, not 1.0",
        "/hidden/0/dropout | \"half\" | 'dropout' is \"half\", not a finite number",
        "/hidden/1/l2 | -1 | a layer's l2 must be a number of 0 or more",
      })
  void aDamagedLayerIsNamed(String path, String value, String part) throws Exception {
    int slash = path.lastIndexOf('/');
    JsonNode json = Cli.json(Files.readString(model));
    ((ObjectNode) json.at(path.substring(0, slash)))
        .set(path.substring(slash + 1), Cli.json(value));
    Path bad = folder.resolve("bad.json");
    Files.write(bad, new ObjectMapper().writeValueAsBytes(json));
    String sentence = run("predict", bad.toString(), IRIS).fault(ExitCode.DATA);
    assertTrue(sentence.startsWith(bad.toString()) && sentence.contains(part), sentence);
  }
}
