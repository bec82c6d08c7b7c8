package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics beside those of an earlier run. */
class NoWorseThanTest {
  private static final String MTCARS = data("mtcars");

  @TempDir Path folder;
  private Path base;

  @BeforeEach
  void nameBase() {
    base = folder.resolve("base.json");
  }

  private Outcome fit(String... options) {
    List<String> command =
        new ArrayList<>(List.of("fit", MTCARS, "--target", "mpg", "--log-format", "none"));
    command.addAll(List.of(options));
    return run(command.toArray(new String[0]));
  }

  private void write(String text) throws Exception {
    Files.writeString(base, text);
  }

  @Test
  void theSameRunIsNoWorse() {
    fit("--metrics", base.toString()).ok();
    Outcome again = fit("--no-worse-than", base.toString());

    assertTrue(again.ok().err().endsWith("\nmet: no worse than " + base + "\n"), again.err());
  }

  @Test
  void aWorseRunEndsWithFiveAndSaysWhatIsWorse() throws Exception {
    fit("--metrics", base.toString()).ok();
    Path now = folder.resolve("now.json");
    Outcome worse =
        fit("--l2", "5", "--no-worse-than", base.toString(), "--metrics", now.toString());

    assertEquals(5, worse.code(), worse.err());
    assertTrue(
        worse.err().contains("--no-worse-than " + base + " is not met: loss is "), worse.err());
    assertTrue(worse.err().contains("is not met: r2 is "), worse.err());
    JsonNode file = json(Files.readString(now));
    assertEquals("unmet", file.get("status").asText());
    JsonNode figure = file.at("/no_worse_than/figures/0");
    assertEquals("loss", figure.get("metric").asText());
    assertEquals(figure.get("base"), figure.get("limit"));
    assertTrue(figure.get("value").asDouble() > figure.get("base").asDouble());
    assertFalse(figure.get("met").asBoolean());
  }

  /** The loss of mtcars is 4.6092, its r2 is 0.8690. */
  @ParameterizedTest
  @CsvSource({
    "loss, 4.6, '', 5",
    "loss, 4.6, :0.1, 0",
    "loss, 4.6, :0.001, 5",
    "loss, 4.6, :1%, 0",
    "loss, 4.6, :.1%, 5",
    "loss, 4.6, :1e-1, 0",
    "loss, 4.7, '', 0",
    "r2, 0.87, '', 5",
    "r2, 0.87, :1%, 0",
    "r2, 0.86, '', 0",
    "r2, 0.9, :1%, 5",
    "mae, 1.5, :30%, 0",
    "mae, -1, :50%, 5"
  })
  void theDirectionAndTheToleranceDecide(String name, String value, String allowed, int code)
      throws Exception {
    write("{\"train\": {\"%s\": %s, \"rows\": 1}}".formatted(name, value));

    Outcome outcome = fit("--no-worse-than", base + allowed);
    assertEquals(code, outcome.code(), outcome.err());
  }

  /** Of rows that were not learned from where there are some, since they tell more. */
  @Test
  void theRowsThatTellMostAreCompared() throws Exception {
    write("{\"train\": {\"loss\": 0}, \"validation\": {\"loss\": 1e9}}");
    fit("--validation", "0.25", "--no-worse-than", base.toString()).ok();

    write("{\"train\": {\"loss\": 1e9}, \"test\": {\"loss\": 0}, \"validation\": {\"loss\": 1e9}}");
    Outcome outcome =
        fit("--validation", "0.25", "--test", "0.25", "--no-worse-than", base.toString());
    assertEquals(5, outcome.code());
    assertTrue(outcome.err().contains("test_loss is "), outcome.err());
  }

  @Test
  void foldsAndEvaluatedRowsAreComparedWithTheirLike() throws Exception {
    String[] cv = {"cv", MTCARS, "--target", "mpg", "--metrics", base.toString()};
    run(cv).ok();
    run("cv", MTCARS, "--target", "mpg", "--no-worse-than", base.toString()).ok();
    assertTrue(
        fit("--no-worse-than", base.toString())
            .err()
            .contains("are of folds, this run measures training rows"));
    String model = folder.resolve("m.json").toString();
    fit("-o", model).ok();
    run("evaluate", model, MTCARS, "--metrics", base.toString(), "--force").ok();
    run("evaluate", model, MTCARS, "--no-worse-than", base + ":0.1%").ok();
    String worse = Files.readString(base).replaceAll("\"r2\" : [0-9.]+", "\"r2\" : 0.99");
    write(worse);
    assertEquals(5, run("evaluate", model, MTCARS, "--no-worse-than", base.toString()).code());
  }

  /** The precision is not defined where no row is predicted positive. */
  @Test
  void whatIsNoLongerDefinedIsWorseAndWhatWasNotIsNotCompared() throws Exception {
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 40; i++) {
      rows.append(i % 2).append(',').append(i % 8 == 0 ? "yes" : "no").append('\n');
    }
    Path data = Files.writeString(folder.resolve("rare.csv"), rows);
    write("{\"train\": {\"precision\": 0.1, \"f1\": null}}");
    Outcome outcome = run("fit", data.toString(), "--no-worse-than", base.toString());

    assertEquals(5, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("precision is not defined, where it was 0.1"));
    assertFalse(outcome.err().contains("f1 is"), outcome.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{ | 3 | is not a whole JSON file; give a file that --metrics wrote",
        "{\"a\": 1, \"a\": 2} | 3 | is not a whole JSON file",
        "[] | 3 | has no metrics; give a file that --metrics wrote",
        "{\"status\": \"diverged\"} | 3 | has no metrics",
        "{\"train\": 3} | 3 | has no metrics",
        "{\"train\": {\"accuracy\": 1}} | 2 | has no metric of those that can be compared here, loss",
        "{\"train\": {\"loss\": \"low\"}} | 2 | has no metric of those",
        "{\"validation\": {\"loss\": 1}} | 2 | of validation rows, this run measures training rows"
      })
  void whatCannotBeComparedIsSaidBeforeTheRun(String text, int code, String sentence)
      throws Exception {
    write(text.replace("\"\"", "\""));
    Outcome outcome = fit("--no-worse-than", base.toString(), "--params", "-");

    assertEquals(code, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(sentence), outcome.err());
    assertEquals("", outcome.out());
  }

  @Test
  void aFileThatIsNotThereOrTooLargeIsSaid() throws Exception {
    assertTrue(fit("--no-worse-than", base + ":1%").fault(3).contains(base + " cannot be read"));
    write(" ".repeat(2 << 20));
    assertTrue(
        fit("--no-worse-than", base.toString())
            .fault(3)
            .contains("cannot be read: it is longer than 1 MiB"));
    assertEquals(2, fit("--no-worse-than", ":1%").code());
  }
}
