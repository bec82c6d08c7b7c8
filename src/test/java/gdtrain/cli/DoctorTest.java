package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.run.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code gdtrain doctor} says. */
class DoctorTest {
  private static final int TEXT = 9;

  @Test
  void saysWhatTheProgramRunsOnInAlignedLines() {
    Cli.Outcome outcome = Cli.run("doctor").ok();
    List<String> lines = outcome.out().lines().toList();
    Map<String, String> said =
        lines.stream()
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, TEXT).strip(), line -> line.substring(TEXT)));

    assertEquals("", outcome.err());
    assertEquals(
        List.of("gdtrain", "Java", "ND4J", "BLAS", "threads", "memory", "classes", "cpu", "cuda"),
        lines.stream().map(line -> line.substring(0, TEXT).strip()).limit(9).toList());
    lines.forEach(line -> assertTrue(line.charAt(TEXT) != ' ', line));
    assertEquals(Version.gdtrain(), said.get("gdtrain"));
    assertTrue(said.get("Java").startsWith(System.getProperty("java.version") + ", /"));
    assertEquals(Version.nd4j(), said.get("ND4J"));
    assertTrue(said.get("BLAS").matches("OpenBLAS [0-9.]+"), said::toString);
    assertTrue(
        said.get("threads").startsWith(Runtime.getRuntime().availableProcessors() + ", "),
        said::toString);
    assertTrue(
        said.get("memory").matches("[0-9,]+\\.[0-9] GB free; Java may take [0-9,]+\\.[0-9] GB"),
        said::toString);
    assertEquals("on", said.get("cpu"));
  }

  @Test
  void saysWhyCudaIsOffAndWhatBringsIt() {
    List<String> lines = Cli.run("doctor").ok().out().lines().toList();

    assertEquals("cuda     off: the folder lib-cuda is not there", lines.get(9 - 1));
    assertTrue(lines.get(9).contains("'mvn -Pcuda package'"), lines.get(9));
    assertEquals(10, lines.size());
  }

  /** The launcher says which folder it is. */
  @Test
  void saysWhereTheClassArchiveLiesAndWhetherItIsThere(@TempDir Path folder) throws Exception {
    assertEquals("no archive: the launcher has no folder for it", classes());
    System.setProperty("gdtrain.classes", folder.toString());
    try {
      assertEquals(folder + ", to be made after the first run", classes());
      Files.write(folder.resolve("classes"), new byte[2_340_000]);
      assertEquals(folder + ", archive of 2.3 MB", classes());
    } finally {
      System.clearProperty("gdtrain.classes");
    }
  }

  private static String classes() {
    return Cli.run("doctor")
        .ok()
        .out()
        .lines()
        .filter(line -> line.startsWith("classes "))
        .findFirst()
        .orElseThrow()
        .substring(TEXT);
  }
}
