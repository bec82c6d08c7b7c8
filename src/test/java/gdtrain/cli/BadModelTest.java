package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no model, or a model no longer: status 3 and a sentence with the file's name. */
class BadModelTest {
  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void fit() {
    model = folder.resolve("model.json");
    run("fit", data("iris"), "--epochs", "3", "-o", model.toString()).ok();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/format | \"other\" | does not say",
        "/format_version | 2 | its format version is 2, this program reads 1",
        "/target | 3 | 'column' is missing",
        "/target/task | \"guess\" | target 'species' has no task",
        "/target/classes | [] | 'classes' is empty",
        "/target/classes | [1,2,3] | 'classes' holds 1, no text",
        "/target/classes | [\"a\"] | one class only",
        "/inputs | [] | 15 parameters, where 1 inputs",
        "/inputs/0/kind | 3 | 'kind' is 3, not a text",
        "/inputs/0/kind | \"odd\" | input 'sepal_length' has no kind",
        "/inputs/0/scale | 0 | 'scale' must be above 0, not 0.0",
        "/inputs/0/scale | null | 'scale' is missing",
        "/inputs/0/center | \"mean\" | 'center' is \"mean\", not a finite number",
        "/inputs/0/center | 1e999 | not a finite number",
        "/inputs/1/column | \"sepal_length\" | two inputs would have the name 'sepal_length'",
        "/intercept | false | 15 parameters, where 4 inputs",
        "/loss | 3 | 'loss' is 3, not a text",
        "/loss | \"odd\" | there is no 'odd'",
        "/loss | \"binary-cross-entropy\" | does not fit target 'species'",
        "/loss | \"mse\" | does not fit target 'species'",
        "/parameters | [] | 0 parameters, where 5 inputs and 3 outputs need 15",
        "/parameters/0/scaled_value | \"x\" | 'scaled_value' is \"x\", not a finite number",
        "/parameters/0/value | 99 | has the value 99, where its scaled_value",
        "/parameters/0/value | \"x\" | has the value \"x\", where",
        "/parameters/0/value | 1e999 | parameter 1, 'sepal_length' for 'setosa', has the value",
        "/parameters/0/value | null | has the value null, where",
        "/parameters/4/value | 0 | parameter 5, '(intercept)' for 'setosa', has the value 0",
        "/parameters/0/scaled_value | 7 | where its scaled_value 7.0 with scale and center",
        "/parameters/0/layer | 2 | has layer 2, where the inputs ask for 1",
        "/inputs/0/scale | 7 | parameter 1, 'sepal_length' for 'setosa', has the value",
        "/inputs/2/center | 0 | parameter 5, '(intercept)' for 'setosa', has the value",
        "/run | 3 | 'run' is not an object",
        "/run | null | 'run' is missing",
      })
  void aChangedFieldIsNamed(String path, String value, String part) throws Exception {
    int slash = path.lastIndexOf('/');
    JsonNode json = Cli.json(Files.readString(model));
    JsonNode parent = json.at(path.substring(0, slash));
    ((ObjectNode) parent).set(path.substring(slash + 1), Cli.json(value));

    assertRefused(new ObjectMapper().writeValueAsBytes(json), part);
  }

  @Test
  void parametersInAnotherOrderAreNotTakenForOthers() throws Exception {
    JsonNode json = Cli.json(Files.readString(model));
    ArrayNode parameters = (ArrayNode) json.get("parameters");
    JsonNode first = parameters.get(0);
    parameters.set(0, parameters.get(1));
    parameters.set(1, first);

    assertRefused(new ObjectMapper().writeValueAsBytes(json), "parameter 1 is for 'sepal_width'");
  }

  @Test
  void aTruncatedFileIsNoModelWhereverItEnds() throws Exception {
    byte[] whole = Files.readAllBytes(model);

    for (int length = 1; length < whole.length - 1; length += 97) {
      assertRefused(Arrays.copyOf(whole, length), "is not a whole JSON file: line ");
    }
    assertRefused(new byte[0], "is not a gdtrain model");
  }

  @Test
  void textBehindTheModelIsNotPassedOver() throws Exception {
    assertRefused((Files.readString(model) + "more").getBytes(StandardCharsets.UTF_8), "JSON");
  }

  @Test
  void foreignFilesAreNoModels() throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H'};

    assertRefused(Cli.bytes(data("iris")), "is not a whole JSON file: line 1");
    assertRefused(png, "is not a whole JSON file: line 1");
    assertRefused("{\"a\": 1}".getBytes(StandardCharsets.UTF_8), "is not a gdtrain model");
    assertRefused("[1, 2]".getBytes(StandardCharsets.UTF_8), "is not a gdtrain model");
  }

  @Test
  void aModelThatIsNotThereIsNamed() {
    for (String name : List.of("none.json", "")) {
      String file = folder.resolve(name).toString();
      String sentence = run("predict", file, data("iris")).fault(ExitCode.DATA);
      assertTrue(sentence.startsWith(file + " cannot be read"), sentence);
    }
  }

  private void assertRefused(byte[] content, String part) throws Exception {
    String file = Files.write(folder.resolve("bad.json"), content).toString();
    String predictions = folder.resolve("predictions.csv").toString();
    List<Outcome> outcomes =
        List.of(
            run("predict", file, data("iris"), "-o", predictions),
            run("evaluate", file, data("iris")),
            run("show", file));

    for (Outcome outcome : outcomes) {
      String sentence = outcome.fault(ExitCode.DATA);
      assertTrue(sentence.startsWith(file) && sentence.contains(part), sentence);
      assertEquals("", outcome.out());
    }
    assertEquals(List.of("bad.json", "model.json"), Cli.files(folder));
  }
}
