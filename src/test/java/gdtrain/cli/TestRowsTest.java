package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that only the end of a run measures. */
class TestRowsTest {
  private static final String TITANIC = data("titanic");

  @TempDir Path folder;

  private String rows(String name, int from, int step) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(TITANIC));
    StringBuilder part = new StringBuilder(lines.get(0)).append('\n');
    for (int i = from; i < lines.size(); i += step) {
      part.append(lines.get(i)).append('\n');
    }
    return Files.writeString(folder.resolve(name), part).toString();
  }

  @Test
  void neitherTrainingNorTheEpochThatIsKeptDependsOnThem() throws Exception {
    List<String> fit = List.of("fit", TITANIC, "--validation", "0.3", "--epochs", "40");
    String test = rows("test.csv", 1, 3);
    Outcome without = run(Cli.args(fit)).ok();
    Outcome with = run(Cli.args(fit, "--test", test)).ok();

    assertEquals(without.out(), with.out());
    assertEquals(without.err(), with.err().replaceFirst("test: .*\n", ""));
    assertEquals(
        1,
        with.err().lines().filter(line -> line.startsWith("test: binary cross entropy ")).count());
  }

  @Test
  void aShareOfTheRowsIsKeptBackBeforeThoseOfValidation() throws Exception {
    List<String> fit = List.of("fit", TITANIC, "--epochs", "20", "--log-format", "jsonl");
    String[] shares = {"--test", "20%", "--validation", "0.25", "--metrics"};
    Path metrics = folder.resolve("metrics.json");
    Outcome drawn = run(Cli.args(List.of(Cli.args(fit, shares)), metrics.toString())).ok();
    JsonNode all = json(Files.readString(metrics));

    assertEquals(262, all.at("/test/rows").intValue()); // of 1309
    assertEquals(262, all.at("/validation/rows").intValue()); // of 1047
    assertEquals(785, all.at("/train/rows").intValue());
    assertTrue(drawn.err().contains("\n262 of 1,309 rows kept back for the test (--seed 42)\n"));
    Outcome same = run(Cli.args(fit, "--test", "0.2", "--validation", "25%")).ok();
    assertEquals(drawn.out(), same.out());
    Outcome other = run(Cli.args(fit, "--test", "0.2", "--validation", "25%", "--seed", "7")).ok();
    assertNotEquals(drawn.out(), other.out());
  }

  @Test
  void theirFiguresAreThoseOfEvaluate() throws Exception {
    Path model = folder.resolve("m.json");
    String training = rows("train.csv", 1, 2);
    String test = rows("test.csv", 2, 2);
    String[] command = {"fit", training, "--test", test, "-o", model.toString()};
    Outcome fit = run(Cli.args(List.of(command), "--log-format", "jsonl")).ok();
    JsonNode result = json(Files.readString(model)).at("/run/result");
    JsonNode summary = json(fit.out().lines().reduce((first, second) -> second).orElseThrow());
    List<CSVRecord> evaluation = run("evaluate", model.toString(), test).ok().rows();

    for (CSVRecord row : evaluation.subList(2, evaluation.size())) {
      assertEquals(row.get("value"), result.get("test").get(row.get("metric")).asText());
    }
    assertEquals(Map.entry("loss", result.get("test_loss").asText()), entry(evaluation.get(1)));
    assertEquals(result.get("test"), summary.get("test"));
    assertEquals(result.get("test_loss"), summary.get("test_loss"));
  }

  private static Map.Entry<String, String> entry(CSVRecord row) {
    return Map.entry(row.get("metric"), row.get("value"));
  }

  @Test
  void missingCellsAndUnseenCategoriesAreTreatedAsInValidationRows() throws Exception {
    Path file = folder.resolve("t.csv");
    String header = "passenger_class,sex,age,survived\n";
    Files.writeString(file, header + "9th,male,30,no\n");
    String watched = run("fit", TITANIC, "--validation", "" + file).fault(ExitCode.DATA);
    String tested = run("fit", TITANIC, "--test", "" + file).fault(ExitCode.DATA);
    assertEquals(watched, tested);
    assertTrue(tested.contains("'9th' is none of the levels seen in training"), tested);

    Files.writeString(file, header + "1st,male,30,no\n,male,30,no\n1st,male,30,\n");
    String[] drop = {"fit", TITANIC, "--epochs", "1", "--missing", "drop", "--test", "" + file};
    String said = run(drop).ok().err();
    assertTrue(said.contains("1 of 3 rows are left out: target 'survived' is missing"), said);
    assertTrue(said.contains("1 of 2 rows are left out: an input is missing"), said);
  }
}
