package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every script in {@code examples} and compares what it prints with the file beside it; {@code
 * -Dexamples.rewrite} writes the file instead.
 */
class ExamplesIT {
  private static final Path EXAMPLES = Program.ROOT.resolve("examples");

  static List<String> scripts() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sh"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void printsWhatIsRecorded(String script) throws Exception {
    for (String program : List.of("gnuplot", "jq")) {
      if (Files.readString(EXAMPLES.resolve(script)).matches("(?s).*(\n|\\| )" + program + " .*")) {
        Program.assumeInstalled(program);
      }
    }
    String merged = "exec \"$0\" 2>&1";
    Outcome outcome =
        Program.run(Map.of(), "sh", "-c", merged, EXAMPLES.resolve(script).toString());
    Path recorded = EXAMPLES.resolve(script.replaceFirst("sh$", "out"));

    assertEquals(0, outcome.code(), outcome.out());
    if (System.getProperty("examples.rewrite") != null) {
      Files.writeString(recorded, outcome.out());
    } else {
      Transcript.assertSame(1e-6, Files.readString(recorded), outcome.out());
    }
  }

  @Test
  void theOverviewNamesEveryScript() throws Exception {
    String overview = Files.readString(EXAMPLES.resolve("README.md"));

    assertTrue(scripts().size() >= 3);
    for (String script : scripts()) {
      assertTrue(overview.contains("| [" + script + "](" + script + ") |"), script);
    }
  }

  @Test
  void theComparisonAllowsRoundingAndNothingElse() {
    Transcript.assertSame(1e-6, "loss 0.123456789, 1,000 rows", "loss 0.123456790, 1,000 rows");
    assertThrows(
        AssertionError.class, () -> Transcript.assertSame(1e-6, "loss 0.1234", "loss 0.1235"));
    assertThrows(AssertionError.class, () -> Transcript.assertSame(1e-6, "loss 1", "los 1"));
    assertThrows(AssertionError.class, () -> Transcript.assertSame(1e-6, "loss 1", "loss 1 2"));
  }
}
