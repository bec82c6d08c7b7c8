package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import gdtrain.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the transcripts of README.md. */
class ReadmeIT {
  private static final Pattern CONSOLE =
      Pattern.compile("```console\n(.*?)```", Pattern.DOTALL | Pattern.MULTILINE);
  private static List<String> transcripts;
  @TempDir private static Path folder;

  @BeforeAll
  static void readTranscripts() throws Exception {
    for (String name : List.of("scripts", "datasets", "examples")) {
      Files.createSymbolicLink(folder.resolve(name), Program.ROOT.resolve(name));
    }
    transcripts = transcripts("README.md");
  }

  private static List<String> transcripts(String page) throws Exception {
    String text = Files.readString(Program.ROOT.resolve(page));
    return CONSOLE.matcher(text).results().map(m -> m.group(1)).toList();
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

  /** Every transcript but the two parts of the first run, in each language. */
  @TestFactory
  Stream<DynamicTest> everyCommandPrintsWhatIsShown() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String page : List.of("README.md", "README.zh-TW.md")) {
      List<String> shown = transcripts(page);
      for (String transcript : page.equals("README.md") ? shown.subList(2, shown.size()) : shown) {
        String first = transcript.lines().findFirst().orElseThrow();
        tests.add(dynamicTest(page + ": " + first, () -> assertReplays(transcript)));
      }
    }
    assertTrue(tests.size() >= 4, tests::toString);
    return tests.stream();
  }

  /**
   * Runs the commands of a transcript and compares what they print: standard output, and, where the
   * exit code is not 0, the sentence on standard error.
   */
  private static void assertReplays(String transcript) throws Exception {
    List<String> shown = transcript.lines().toList();
    List<String> found = new ArrayList<>();
    for (String line : shown.stream().filter(text -> text.startsWith("$ ")).toList()) {
      if (!line.startsWith("$ scripts/")) {
        Program.assumeInstalled(line.split(" ")[1]);
      }
      Outcome outcome = run(line);
      found.add(line);
      outcome.out().lines().forEach(found::add);
      if (outcome.code() != 0) {
        outcome.err().lines().forEach(found::add);
      }
    }
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
