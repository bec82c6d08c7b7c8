package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.choice.InvalidSetting;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import gdtrain.run.Training;
import gdtrain.run.setting.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Thresholds of two classes; {@code oracles/thresholds.py} made the oracle. */
class ThresholdTest {
  private static final Path CASES = Path.of("src/test/resources/oracles/thresholds.json");

  @TempDir static Path folder;

  private static final List<String> FIT =
      List.of("fit", data("titanic"), "--exclude", "name"); // whose last column is the target

  private static String plain;
  private static String tuned;
  private static String hinge;
  private static String said;

  @BeforeAll
  static void train() {
    plain = file("plain.json");
    tuned = file("tuned.json");
    hinge = file("hinge.json");
    run(Cli.args(FIT, "--log-format", "none", "-o", plain)).ok();
    String[] options = {"--log-format", "none", "-o", tuned, "--threshold", "best:f1"};
    said = run(Cli.args(FIT, options)).ok().err();
    run(Cli.args(FIT, "--log-format", "none", "-o", hinge, "--loss", "squared-hinge")).ok();
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  private static JsonNode json(String file) {
    try {
      return Cli.json(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<JsonNode> cases() throws IOException {
    JsonNode cases = Cli.json(Files.readString(CASES)).get("cases");
    return StreamSupport.stream(cases.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreeWithScikitLearn(JsonNode tuning) {
    for (String rows : List.of("validation", "folds")) {
      List<String> fit = new ArrayList<>();
      tuning.get("arguments").forEach(word -> fit.add(word.asText()));
      if (rows.equals("validation")) {
        fit.addAll(List.of("--validation", "last:0.3"));
      }
      String model = file("tuning.json");
      String[] more = {"--tolerance", "1e-11", "--log-format", "none", "-o", model, "--force"};
      String told = run(Cli.args(fit, more)).ok().err();

      double threshold = tuning.get(rows).get("threshold").asDouble();
      assertEquals(threshold, json(model).at("/target/threshold").asDouble(), 1e-7, rows);
      double value = Math.abs(tuning.get(rows).get("value").asDouble());
      assertTrue(told.contains(", %.4g, ".formatted(value)), rows + value + told);
    }
  }

  @Test
  void theModelIsTheSameButForTheThreshold() {
    JsonNode without = json(plain);
    JsonNode with = json(tuned);

    assertEquals(1, without.get("format_version").asInt());
    assertEquals(2, with.get("format_version").asInt());
    assertFalse(without.get("target").has("threshold"));
    assertEquals(without.get("parameters"), with.get("parameters"));
    double threshold = with.at("/target/threshold").asDouble();
    assertEquals(threshold, with.at("/run/chosen/threshold").asDouble());
    assertTrue(threshold > 0.2 && threshold < 0.5, "" + threshold);
    assertTrue(said.contains("threshold: 'yes' from a probability of 0.3"), said);
  }

  @Test
  void labelsFiguresAndTablesFollowTheThreshold() {
    double threshold = json(tuned).at("/target/threshold").asDouble();
    List<CSVRecord> rows = run("predict", tuned, data("titanic"), "--append").ok().rows();
    double right = 0;
    for (CSVRecord row : rows) {
      boolean positive = Double.parseDouble(row.get("probability_yes")) >= threshold;
      assertEquals(positive ? "yes" : "no", row.get("prediction"));
      right += row.get("prediction").equals(row.get("survived")) ? 1 : 0;
    }
    Outcome figures = run("evaluate", tuned, data("titanic")).ok();
    Outcome usual = run("evaluate", plain, data("titanic"), "-q").ok();
    double[] table =
        run("evaluate", tuned, data("titanic"), "--confusion").ok().numbers("predicted_yes");

    assertEquals(right / rows.size(), figures.numbers("value")[2], 1e-12);
    assertTrue(
        figures.err().contains("'yes' is predicted from a probability of " + threshold),
        figures.err());
    assertEquals(usual.numbers("value")[1], figures.numbers("value")[1]); // the loss
    assertEquals(usual.numbers("value")[7], figures.numbers("value")[7]); // auc
    assertEquals(figures.numbers("value")[4], table[1] / (table[0] + table[1]), 1e-12); // precision
    assertTrue(
        said.contains("f1 %.6g".formatted(figures.numbers("value")[6]).substring(0, 6)), said);
  }

  @Test
  void aGivenThresholdIsTakenInTheModelsPlace() {
    String half = run("evaluate", tuned, data("titanic"), "--threshold", "0.5", "-q").ok().out();
    Outcome none = run("evaluate", plain, data("titanic"), "--threshold", "1").ok();
    Outcome fixed = run(Cli.args(FIT, "--threshold", "1", "--log-format", "none")).ok();

    assertEquals(run("evaluate", plain, data("titanic"), "-q").ok().out(), half);
    assertEquals(0, none.numbers("value")[5]); // nothing is found
    assertTrue(fixed.err().contains("threshold: 'yes' from a probability of 1.0 on"), fixed.err());
    assertTrue(
        run("predict", plain, data("titanic"), "--threshold", "0", "-q").ok().rows().stream()
            .allMatch(row -> row.get("prediction").equals("yes")));
  }

  @Test
  void aRunWithAThresholdIsReplayed() {
    Outcome again = run("replay", tuned, data("titanic")).ok();

    assertTrue(again.err().contains("the same to the last bit"), again.err());
    assertTrue(run("show", tuned).ok().out().contains("yes from a probability of 0.3"));
  }

  @Test
  void fromJavaValidationRowsChooseIt() {
    Map<String, Object> settings =
        Map.of("exclude", "name", "threshold", "best:f1", "validation", "last:0.3");
    Path file = Path.of(data("titanic"));
    Training training = Training.of(RunSettings.of(settings), file, epoch -> {});
    Map<String, Object> fixed = Map.of("exclude", "name", "threshold", 0.25, "epochs", 0);
    Training given = Training.of(RunSettings.of(fixed), file, epoch -> {});
    RunSettings alone =
        RunSettings.of(Map.of("exclude", "name", "threshold", "best:f1", "epochs", 0));
    String refused =
        assertThrows(InvalidSetting.class, () -> Training.of(alone, file, epoch -> {}))
            .getMessage();

    assertTrue(threshold(training) > 0 && threshold(training) < 1);
    assertTrue(training.notes().stream().anyMatch(n -> n.contains("with the best f1, ")));
    assertEquals(0.25, threshold(given));
    assertEquals("threshold needs validation rows to be chosen by", refused);
  }

  private static double threshold(Training training) {
    return training.model().orElseThrow().schema().target().threshold().orElseThrow();
  }

  @Test
  void groupsOfTestRowsAreKeptTogetherInTheFoldsToo() {
    String[] options = {
      "--test", "group:passenger_class:0.3", "--threshold", "best:f1", "--log-format", "none"
    };
    Outcome outcome = run(Cli.args(FIT, options));

    assertTrue(
        outcome.fault(ExitCode.USAGE).contains("group"), outcome.err()); // 2 classes, 5 folds
  }

  @Test
  void foldsThatDivergeChooseNothing() {
    String[] options = {
      "--threshold",
      "best:f1",
      "--lr",
      "1e300",
      "--epochs",
      "1",
      "--scale",
      "none",
      "--log-format",
      "none"
    };
    assertEquals(ExitCode.DIVERGED, run(Cli.args(FIT, options)).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"threshold\" : 0 | \"threshold\" : 7 | 'threshold' must be from 0 to 1, not 7",
        "\"format_version\" : 2 | \"format_version\" : 3 | its format version is 3, this program reads 2",
        "\"loss\" : \"binary-cross-entropy\" | \"loss\" : \"hinge\" | loss 'hinge' has no probabilities for a threshold",
      })
  void aDamagedModelIsRefused(String from, String to, String sentence) throws IOException {
    String text = Files.readString(Path.of(tuned)).replaceFirst(from, to);
    Path damaged = Files.writeString(folder.resolve("damaged.json"), text);
    Outcome outcome = run("predict", damaged.toString(), data("titanic"));

    assertTrue(outcome.fault(ExitCode.DATA).contains(sentence), outcome.err());
  }
}
