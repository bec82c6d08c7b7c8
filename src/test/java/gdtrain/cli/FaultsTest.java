package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.FaultFiles;
import gdtrain.FaultFiles.Case;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with files and options ends in one sentence and the right status; no file is
 * changed, and none is left behind.
 */
class FaultsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeFiles() throws Exception {
    FaultFiles.make(folder, words -> Cli.run(words.toArray(String[]::new)).ok());
  }

  static Stream<Case> cases() throws Exception {
    return FaultFiles.cases(folder);
  }

  private static Map<String, Long> files() throws Exception {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itEndsInASentence(Case tried) throws Exception {
    Map<String, Long> before = files();
    Cli.Outcome outcome = Cli.run(tried.command().toArray(String[]::new));

    assertEquals(tried.code(), outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(tried.word()), outcome.err());
    assertFalse(outcome.err().contains("Exception") || outcome.err().contains("\tat "));
    assertEquals(
        tried.code() == ExitCode.OK ? 0 : 1,
        outcome.err().lines().filter(line -> line.startsWith("gdtrain: ")).count(),
        outcome.err());
    assertEquals(before, files());
  }
}
