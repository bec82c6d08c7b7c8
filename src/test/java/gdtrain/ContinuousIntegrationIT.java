package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code examples/ci} on real data, and on data whose labels are dealt out anew. */
class ContinuousIntegrationIT {
  private static final Path EXAMPLE = Program.ROOT.resolve("examples/ci");

  @TempDir Path folder;
  private Path real;
  private Path doctored;

  @BeforeEach
  void writeData() throws Exception {
    List<String> lines = Files.readAllLines(Program.ROOT.resolve("datasets/iris.csv"));
    List<String> rows = lines.subList(1, lines.size());
    List<String> labels = new ArrayList<>(rows.stream().map(row -> cut(row)[1]).toList());
    Collections.shuffle(labels, new Random(1));
    StringBuilder shuffled = new StringBuilder(lines.get(0)).append('\n');
    for (int i = 0; i < rows.size(); i++) {
      shuffled.append(cut(rows.get(i))[0]).append(',').append(labels.get(i)).append('\n');
    }
    real = Files.write(folder.resolve("real.csv"), lines);
    doctored = Files.writeString(folder.resolve("doctored.csv"), shuffled);
  }

  private static String[] cut(String row) {
    int last = row.lastIndexOf(',');
    return new String[] {row.substring(0, last), row.substring(last + 1)};
  }

  private Outcome gate(Path train, Path test) throws Exception {
    String script = EXAMPLE.resolve("gate.sh").toString();
    String build = folder.resolve("build").toString();
    return Program.run(
        Map.of("GDTRAIN", Program.GDTRAIN), script, train.toString(), test.toString(), build);
  }

  private String jq(String filter, String file) throws Exception {
    String path = folder.resolve("build").resolve(file).toString();
    return Program.run(Map.of(), "jq", "-c", filter, path).ok().out().strip();
  }

  @Test
  void aGoodModelPassesAndLeavesItsFigures() throws Exception {
    Program.assumeInstalled("jq");
    Outcome outcome = gate(real, real);

    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", outcome.err());
    assertTrue(outcome.out().startsWith("metric,value\nrows,150\n"), outcome.out());
    assertEquals("[\"ok\",105,45]", jq("[.status, .train.rows, .validation.rows]", "fit.json"));
    assertEquals("true", jq(".evaluation.accuracy >= 0.9", "evaluation.json"));
    assertEquals(
        "[[\"rows>=50\",true],[\"accuracy>=0.9\",true]]",
        jq("[.requirements[] | [.require, .met]]", "evaluation.json"));
  }

  @Test
  void aModelOfDoctoredDataFails() throws Exception {
    Program.assumeInstalled("jq");
    Outcome outcome = gate(doctored, real);

    String sentence = "gdtrain: --require 'val_accuracy>=0.9' is not met: val_accuracy is 0.";
    assertEquals(5, outcome.code(), outcome.err());
    assertTrue(outcome.err().startsWith(sentence), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertEquals("\"unmet\"", jq(".status", "fit.json"));
    assertEquals("true", jq(".validation.accuracy == .requirements[0].value", "fit.json"));
    assertTrue(Files.exists(folder.resolve("build/model.json")));
    assertFalse(Files.exists(folder.resolve("build/evaluation.json")));
  }

  @Test
  void aGoodModelFailsOnDoctoredData() throws Exception {
    Outcome outcome = gate(real, doctored);

    assertEquals(5, outcome.code(), outcome.err());
    assertTrue(outcome.err().startsWith("gdtrain: --require 'accuracy>=0.9' is not met: "));
  }

  @Test
  void theScriptAsksForItsArguments() throws Exception {
    Outcome outcome = Program.run(Map.of(), EXAMPLE.resolve("gate.sh").toString(), "one.csv");

    assertEquals(new Outcome(2, "", "usage: gate.sh TRAIN.csv TEST.csv FOLDER\n"), outcome);
  }

  @Test
  void theSummaryOfTheWorkflowNamesEveryRequirement() throws Exception {
    Program.assumeInstalled("jq");
    gate(real, doctored);
    String workflow = Files.readString(EXAMPLE.resolve("gate.yml"));
    var command = Pattern.compile("run: (jq .*)\n").matcher(workflow);
    assertTrue(command.find());
    Path summary = folder.resolve("summary");
    String line = "cd \"$0\" && " + command.group(1);
    Program.run(
            Map.of("GITHUB_STEP_SUMMARY", summary.toString()), "sh", "-c", line, folder.toString())
        .ok();

    List<String> lines = Files.readAllLines(summary);
    assertEquals(3, lines.size(), lines::toString);
    assertTrue(lines.get(0).matches("- rows>=50 met, measured 150(.0)?"), lines::toString);
    assertTrue(lines.get(1).startsWith("- accuracy>=0.9 NOT MET, measured 0."), lines::toString);
    assertTrue(lines.get(2).startsWith("- val_accuracy>=0.9 met, measured "), lines::toString);
    assertTrue(workflow.contains("run: ./gate.sh data/train.csv data/test.csv build\n"));
  }
}
