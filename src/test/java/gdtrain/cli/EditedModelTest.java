package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Model files that were edited since they were written, but still hold together. */
class EditedModelTest {
  private static final String SAID = "was edited since it was written";

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void fit() {
    model = folder.resolve("model.json");
    run("fit", data("mtcars"), "--target", "mpg", "--epochs", "3", "-o", model.toString()).ok();
  }

  private void edit(String from, String to) throws Exception {
    String text = Files.readString(model);
    assertTrue(text.contains(from), text);
    Files.writeString(model, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"loss\" : \"mse\" | \"loss\" : \"mae\"",
        "\"missing_reads_as\" : 6.1875 | \"missing_reads_as\" : 0",
        "\"epochs\" : 3 | \"epochs\" : 4",
      })
  void anEditIsAWarningThatTrustSilences(String from, String to) throws Exception {
    edit(from, to);
    String file = model.toString();
    for (List<String> command :
        List.of(
            List.of("predict", file, data("mtcars")),
            List.of("evaluate", file, data("mtcars")),
            List.of("show", file))) {
      String[] plain = command.toArray(String[]::new);
      assertTrue(run(plain).ok().err().contains("warning: " + file + " " + SAID));
      assertFalse(run(Cli.args(command, "--trust")).ok().err().contains(SAID));
    }
    String strict = run("predict", file, data("mtcars"), "--strict").fault(3);
    assertTrue(strict.contains(SAID), strict);
    run("predict", file, data("mtcars"), "--strict", "--trust").ok();
  }

  @Test
  void aRunThatStartsFromItSaysSoToo() throws Exception {
    edit("\"epochs\" : 3", "\"epochs\" : 4");
    String file = model.toString();
    String[] fit = {
      "fit", data("mtcars"), "--target", "mpg", "--epochs", "1", "--warm-start", file
    };
    assertTrue(run(fit).ok().err().contains(SAID));
    assertFalse(run(Cli.args(List.of(fit), "--trust")).ok().err().contains(SAID));
  }

  @Test
  void trustWithoutAModelHasNoEffect() {
    String sentence = run("fit", data("mtcars"), "--target", "mpg", "--trust").fault(2);
    assertTrue(sentence.contains("--trust has no effect"), sentence);
  }

  @Test
  void anotherLayoutIsNoEdit() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    Files.writeString(model, mapper.writeValueAsString(mapper.readTree(model.toFile())));
    assertEquals("", run("show", model.toString()).ok().err());
    mapper.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    Object sorted = mapper.treeToValue(mapper.readTree(model.toFile()), Object.class);
    Files.writeString(model, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(sorted));
    assertEquals("", run("show", model.toString()).ok().err());
  }

  @Test
  void aModelOfAnEarlierVersionHasNoChecksum() throws Exception {
    String text = Files.readString(model);
    Files.writeString(model, text.replaceFirst(",\\s*\"checksum\" : \"[^\"]*\"", ""));
    assertEquals("", run("show", model.toString()).ok().err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"loss\" : \"mse\" | \"loss\" : \"mse\", \"loss\" : \"mae\"",
        "\"kind\" : \"numeric\" | \"kind\" : \"numeric\", \"kind\" : \"missing\"",
        "\"epochs\" : 3 | \"epochs\" : 3, \"epochs\" : 3",
      })
  void aNameThatStandsTwiceIsRefused(String from, String to) throws Exception {
    edit(from, to);
    String sentence = run("show", model.toString(), "--trust").fault(3);
    assertTrue(sentence.contains("a name stands twice in one object"), sentence);
  }
}
