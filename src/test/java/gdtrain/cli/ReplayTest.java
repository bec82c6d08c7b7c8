package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.provider.ValueSource;

/** A run done again from what its model records. */
class ReplayTest {
  private static final String MTCARS = data("mtcars");

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void nameModel() {
    model = folder.resolve("m.json");
  }

  private void fit(String data, String... options) {
    List<String> command =
        new ArrayList<>(List.of("fit", data, "-o", model.toString(), "--log-format", "none", "-q"));
    command.addAll(List.of(options));
    run(command.toArray(new String[0])).ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mtcars --target mpg",
        "mtcars --target mpg --loss mae --epochs 200",
        "iris --hidden 4,3 --epochs 15",
        "titanic --target survived --validation 0.2 --seed 3 --l1 0.01 --positive no",
        "penguins --target species --optimizer adam --batch-size 16 --epochs 5 --base island=Dream",
        "penguins --target body_mass_g --degree 2 --interactions --l2 0.1 --missing indicator",
        "longley --no-intercept --scale minmax --no-compress"
      })
  void theSameRunComesToTheSameBits(String command) {
    List<String> words = List.of(command.split(" "));
    fit(data(words.get(0)), words.subList(1, words.size()).toArray(new String[0]));
    Outcome again = run("replay", model.toString());

    assertEquals("", again.ok().out());
    assertTrue(again.err().endsWith("log and parameters are the same to the last bit\n"));
  }

  @Test
  void otherDataAreTheFirstDifference() throws Exception {
    Path data = folder.resolve("cars.csv");
    Files.copy(Path.of(MTCARS), data);
    fit(data.toString(), "--target", "mpg");
    run("replay", model.toString(), MTCARS).ok(); // the same bytes under another name
    Files.writeString(data, Files.readString(data).replace("21.4", "21.5"));
    Outcome changed = run("replay", model.toString(), "-q");

    assertEquals(5, changed.code());
    assertTrue(
        changed.fault(5).startsWith(model + " is not reproduced: the data: the SHA-"),
        changed.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"l2\" : \"0.1\" | \"l2\" : \"0.2\" | the log: it ends after",
        "\"log_trace\" : \" | \"log_trace\" : \"0 | the log: it ends after",
        "\"baseline_loss\" : 3 | \"baseline_loss\" : 4 | the result: baseline_loss is 3"
      })
  void whatTheModelSaysOtherwiseIsNamed(String before, String after, String sentence)
      throws Exception {
    fit(MTCARS, "--target", "mpg", "--l2", "0.1");
    String text = Files.readString(model);
    assertTrue(text.contains(before), text);
    Files.writeString(model, text.replace(before, after));
    Outcome outcome = run("replay", model.toString());

    assertEquals(5, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("is not reproduced: " + sentence), outcome.err());
  }

  /** A model of before the log was recorded still has its parameters compared. */
  @Test
  void theVersionsAreNamedWhereTheyDiffer() throws Exception {
    fit(MTCARS, "--target", "mpg");
    String text =
        Files.readString(model)
            .replaceAll("\"log_trace\" : \"[0-9a-f]{16}\",", "")
            .replaceAll("\"java\" : \"[^\"]*\"", "\"java\" : \"16\"");
    Files.writeString(model, text);
    run("replay", model.toString()).ok();
    Files.writeString(model, text.replace("\"epochs\" : \"auto\"", "\"epochs\" : \"3\""));
    Outcome outcome = run("replay", model.toString());

    assertEquals(5, outcome.code(), outcome.err());
    assertTrue(
        outcome.err().contains("is not reproduced: the parameters: that of 'cyl' for 'mpg' is "));
    assertTrue(
        outcome.err().contains("; the model was made by gdtrain 0.1.0 with Java 16, this is"));
  }

  @Test
  void anEditedModelIsNamedUnlessItIsTrusted() throws Exception {
    fit(MTCARS, "--target", "mpg");
    run("replay", model.toString(), "--trust").ok();
    String text = Files.readString(model);
    Files.writeString(model, text.replace("\"nd4j\" : \"", "\"nd4j\" : \"x"));

    String warning = "warning: " + model + " was edited since it was written";
    assertTrue(run("replay", model.toString()).ok().err().startsWith(warning));
    assertFalse(run("replay", model.toString(), "--trust").ok().err().contains("edited"));
    Files.writeString(model, text.replaceFirst("\"settings\" :", "\"other\" :"));
    assertTrue(run("replay", model.toString()).fault(3).contains("run.settings is not there"));
  }

  @Test
  void whatCannotBeDoneAgainIsSaid() throws Exception {
    fit(MTCARS, "--target", "mpg");
    String text = Files.readString(model);
    Files.writeString(model, text.replace("\"name\" : \"" + MTCARS, "\"name\" : \"gone.csv"));
    assertTrue(
        run("replay", model.toString()).fault(2).contains("was trained on gone.csv, which is not"));
    run("replay", model.toString(), MTCARS).ok();

    Files.writeString(model, text.replaceAll("\"ending\" : \"[a-z-]*\"", "\"ending\" : \"time\""));
    assertTrue(run("replay", model.toString()).fault(3).contains("ended by --time-limit, which"));
    Files.writeString(
        model, text.replaceAll("\"ending\" : \"[a-z-]*\"", "\"ending\" : \"interrupted\""));
    assertTrue(run("replay", model.toString()).fault(3).contains("ended by an interruption, wh"));
    Files.writeString(model, text.replace("\"scale\" : \"standard\"", "\"scale\" : \"wide\""));
    assertTrue(run("replay", model.toString()).fault(3).contains("are at fault: --scale "));
  }

  /** A run that was broken off and taken up leaves the same trace as one in a go. */
  @Test
  void aResumedRunIsReplayedInOneGo() {
    String checkpoint = folder.resolve("c").toString();
    String[] options = {"--target", "mpg", "--lr", "0.05", "--checkpoint", checkpoint, "--epochs"};
    List<String> first = new ArrayList<>(List.of(options));
    first.add("7");
    fit(MTCARS, first.toArray(new String[0]));
    fit(
        MTCARS,
        "--target",
        "mpg",
        "--lr",
        "0.05",
        "--epochs",
        "20",
        "--resume",
        checkpoint,
        "--force");

    run("replay", model.toString()).ok();
  }
}
