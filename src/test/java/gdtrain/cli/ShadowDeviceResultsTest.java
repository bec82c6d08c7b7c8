package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.output.ExitCode;
import gdtrain.compute.ShadowDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Commands on a device whose memory is not Java's print what they print on the processor, to the
 * last bit: the same products in another place.
 */
class ShadowDeviceResultsTest {
  @TempDir private Path folder;

  @AfterEach
  void goBack() {
    ShadowDevice.useProcessor();
  }

  @ParameterizedTest
  @CsvSource({
    "anes96, PID",
    "anes96, vote",
    "breast_cancer, diagnosis",
    "diabetes, progression",
    "digits, digit",
    "house_votes_84, party",
    "iris, species",
    "letter_recognition, lettr",
    "longley, TOTEMP",
    "mtcars, mpg",
    "norris, y",
    "penguins, species",
    "penguins, body_mass_g",
    "randhie, mdvis",
    "rents, rent",
    "titanic, survived",
    "xor, y"
  })
  void areTheSame(String name, String target) throws IOException {
    compare(name, target, List.of());
    compare(name, target, List.of("--hidden", "4", "--batch-size", "500", "--seed", "3"));
  }

  private void compare(String name, String target, List<String> model) throws IOException {
    List<String> here = outputs(name, target, model);
    ShadowDevice device = ShadowDevice.use();
    List<String> there = outputs(name, target, model);
    ShadowDevice.useProcessor();
    assertTrue(device.uploaded() > 0 && device.downloaded() > 0);
    for (int i = 0; i < here.size(); i++) {
      assertEquals(here.get(i), there.get(i));
    }
  }

  @Test
  void areTheSameForAWideTableOfTexts() throws IOException {
    compare("penguins_raw", "Sex", List.of("--exclude", "Comments"));
  }

  private List<String> outputs(String name, String target, List<String> model) throws IOException {
    String data = beginning("datasets/" + name + ".csv");
    Path saved = folder.resolve("model.json");
    List<String> run = new ArrayList<>(List.of("--target", target, "--missing", "impute"));
    run.addAll(List.of("--epochs", "2", "-q"));
    run.addAll(model);
    List<String> outputs = new ArrayList<>();
    outputs.add(printed(List.of("fit", data, "-o", saved.toString(), "--force"), run));
    outputs.add(Files.readString(saved));
    outputs.add(printed(List.of("predict", saved.toString(), data, "-q"), List.of()));
    outputs.add(printed(List.of("explain", data, "--model", saved.toString(), "-q"), List.of()));
    outputs.add(printed(List.of("cv", data, "--folds", "2"), run));
    outputs.add(printed(List.of("check", data), run));
    return outputs;
  }

  /** Letters are many rows of 26 classes; randhie has as many rows, all of which are taken. */
  private String beginning(String data) throws IOException {
    if (!data.contains("letter_recognition")) {
      return data;
    }
    List<String> lines = Files.readAllLines(Path.of(data)).subList(0, 1001);
    return Files.write(folder.resolve("beginning.csv"), lines).toString();
  }

  private static String printed(List<String> command, List<String> run) {
    List<String> words = new ArrayList<>(command);
    words.addAll(run);
    Cli.Outcome outcome = Cli.run(words.toArray(String[]::new));
    assertTrue(outcome.code() == ExitCode.OK || outcome.code() == ExitCode.DIVERGED, outcome.err());
    return outcome.code() + "\n" + outcome.out() + outcome.err();
  }
}
