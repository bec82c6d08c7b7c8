package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the transcripts of README.md. */
class ReadmeIT {
  private static final Pattern CONSOLE =
      Pattern.compile("```console\n(.*?)```", Pattern.DOTALL | Pattern.MULTILINE);
  private static List<String> transcripts;
  @TempDir private static Path folder;

  @BeforeAll
  static void readTranscripts() throws Exception {
    String readme = Files.readString(Program.ROOT.resolve("README.md"));
    for (String name : List.of("scripts", "datasets")) {
      Files.createSymbolicLink(folder.resolve(name), Program.ROOT.resolve(name));
    }
    transcripts = CONSOLE.matcher(readme).results().map(m -> m.group(1)).toList();
  }

  @Test
  void theRunPrintsWhatTheReadmeShows() throws Exception {
    List<String> shown = transcripts.get(0).lines().toList();
    Outcome outcome = run(shown.get(0));
    List<String> log = outcome.out().lines().toList();

    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(shown.get(1), log.get(0));
    assertEquals(shown.get(2), log.get(1)); // before the first step: the same everywhere
    double last = Transcript.numbers(shown.get(shown.size() - 1))[1];
    assertEquals(last, Transcript.numbers(log.get(log.size() - 1))[1], 1e-8 * last);
  }

  @Test
  void theRunSaysWhatTheReadmeShows() throws Exception {
    List<String> shown = transcripts.get(1).lines().toList();
    List<String> said =
        run(transcripts.get(0).lines().findFirst().orElseThrow()).err().lines().toList();

    assertEquals(
        shown.stream().map(Transcript::words).toList(),
        said.stream().map(Transcript::words).toList());
    int loss =
        IntStream.range(0, shown.size())
            .filter(i -> shown.get(i).startsWith("loss "))
            .findFirst()
            .orElseThrow();
    for (int i = loss; i < shown.size(); i++) {
      Transcript.assertSame(2e-5, shown.get(i), said.get(i));
    }
  }

  @Test
  void theModelIsSavedEvaluatedAndUsedAsTheReadmeShows() throws Exception {
    assertReplays(transcripts.get(2), 0, 0, 0);
    assertTrue(Files.size(folder.resolve("titanic.json")) > 1000);
  }

  @Test
  void theBuildFailsAsTheReadmeShows() throws Exception {
    Program.assumeInstalled("jq");
    assertReplays(transcripts.get(3), 5, 0);
  }

  @Test
  void foldsAndSettingsAreComparedAsTheReadmeShows() throws Exception {
    assertReplays(transcripts.get(4), 0, 0, 0);
  }

  @Test
  void hiddenUnitsLearnWhatTheReadmeShows() throws Exception {
    assertReplays(transcripts.get(5), 0, 0, 0);
  }

  @Test
  void theGradientIsCheckedAsTheReadmeShows() throws Exception {
    assertReplays(transcripts.get(6), 0);
  }

  /** Runs the commands of a transcript, which shows both streams, and compares what they print. */
  private static void assertReplays(String transcript, int... codes) throws Exception {
    List<String> shown = transcript.lines().toList();
    List<String> found = new ArrayList<>();
    int commands = 0;
    for (String line : shown.stream().filter(text -> text.startsWith("$ ")).toList()) {
      Outcome outcome = run(line);
      assertEquals(codes[commands++], outcome.code(), outcome.err());
      found.add(line);
      outcome.out().lines().forEach(found::add);
      if (outcome.code() != 0) {
        outcome.err().lines().forEach(found::add);
      }
    }
    assertEquals(codes.length, commands);
    assertEquals(shown.size(), found.size(), found::toString);
    for (int i = 0; i < shown.size(); i++) {
      Transcript.assertSame(2e-5, shown.get(i), found.get(i));
    }
  }

  @Test
  void everyPackageIsInTheTable() throws Exception {
    String readme = Files.readString(Program.ROOT.resolve("README.md"));
    try (var packages = Files.list(Program.ROOT.resolve("src/main/java/gdtrain"))) {
      for (Path name : packages.map(Path::getFileName).toList()) {
        assertTrue(readme.contains("| `" + name + "` |"), name.toString());
      }
    }
  }

  /** A command of the README, run where its own files do no harm. */
  private static Outcome run(String line) throws Exception {
    return Program.run(
        Map.of(), "sh", "-c", "cd \"$0\" && " + line.substring(2), folder.toString());
  }
}
