package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.FaultFiles.Case;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some of the cases that {@code FaultsTest} tries within a process, as processes: with at most 1 GB
 * of memory and 20 seconds, which no fault may need.
 */
class FaultsIT {
  /** One of so many is tried. */
  private static final int STRIDE = 9;

  @TempDir static Path folder;

  @BeforeAll
  static void makeFiles() throws Exception {
    FaultFiles.make(folder, FaultsIT::run);
  }

  private static void run(List<String> words) {
    try {
      gdtrain(words).ok();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Program.Outcome gdtrain(List<String> words) throws Exception {
    List<String> command = new ArrayList<>(List.of("timeout", "20", Program.GDTRAIN));
    command.addAll(words);
    return Program.run(Map.of("GDTRAIN_JAVA_OPTS", "-Xmx512m"), command.toArray(String[]::new));
  }

  static Stream<Case> cases() throws Exception {
    List<Case> all = FaultFiles.cases(folder).toList();
    return all.stream().filter(one -> all.indexOf(one) % STRIDE == 0);
  }

  private static Set<String> files() throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return new TreeSet<>(all.map(Path::toString).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itEndsInASentence(Case tried) throws Exception {
    Set<String> before = files();
    Program.Outcome outcome = gdtrain(tried.command());

    assertEquals(tried.code(), outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(tried.word()), outcome.err());
    assertFalse(outcome.err().contains("Exception") || outcome.err().contains("\tat "));
    assertEquals(before, files());
  }
}
