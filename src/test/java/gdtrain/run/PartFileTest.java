package gdtrain.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are written beside those whose place they take. */
class PartFileTest {
  private static final String LEFT = ".gdtrain-%032x.part";

  @TempDir Path folder;

  private void write(Path target) throws IOException {
    try (PartFile part = PartFile.beside(target)) {
      part.write(file -> new PrintStream(file, true, StandardCharsets.UTF_8).print("new"));
      part.moveTo(target);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-rw-", "rwxr-x---"})
  void theFileThatTakesThePlaceOfAnotherKeepsItsPermissions(String permissions) throws Exception {
    FileStore store = Files.getFileStore(folder);
    assumeTrue(store.supportsFileAttributeView("posix"));
    Path target = Files.writeString(folder.resolve("target"), "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(permissions));
    write(target);

    assertEquals("new", Files.readString(target));
    assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    assertEquals(List.of("target"), names());
  }

  @Test
  void theFileThatTakesThePlaceOfAnotherKeepsItsOwner() throws Exception {
    Path target = Files.writeString(folder.resolve("target"), "old");
    try {
      Files.setAttribute(target, "unix:uid", 12345);
      Files.setAttribute(target, "unix:gid", 12345);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "only root gives files away");
    }
    write(target);

    assertEquals(12345, Files.getAttribute(target, "unix:uid"));
    assertEquals(12345, Files.getAttribute(target, "unix:gid"));
  }

  @Test
  void aPartFileIsGoneWhateverHappens() throws Exception {
    PartFile.beside(folder.resolve("target")).close();
    assertEquals(List.of(), names());
  }

  @Test
  void onlyWhatARunHasLeftBehindIsSweptAway() throws Exception {
    Files.createFile(folder.resolve(LEFT.formatted(1)));
    Files.writeString(folder.resolve(LEFT.formatted(2)), "half a mod");
    List<String> others =
        List.of(
            ".gdtrain-0.part",
            ".gdtrain-notes.part",
            ".m.json.17.part",
            "gdtrain-%032x.part".formatted(3),
            LEFT.formatted(4) + ".csv");
    for (String other : others) {
      Files.createFile(folder.resolve(other));
    }
    Files.createDirectory(folder.resolve(LEFT.formatted(5)));
    Files.createSymbolicLink(folder.resolve(LEFT.formatted(6)), Path.of(others.get(0)));
    PartFile.sweep(folder);

    assertTrue(names().containsAll(others), names().toString());
    assertFalse(names().contains(LEFT.formatted(1)));
    assertFalse(names().contains(LEFT.formatted(2)));
    assertEquals(others.size() + 2, names().size());
  }

  @Test
  void aPartFileOfThisProcessIsNotSweptAway() throws Exception {
    try (PartFile part = PartFile.beside(folder.resolve("target"))) {
      PartFile.sweep(folder);
      assertEquals(1, names().size());
      part.moveTo(folder.resolve("target"));
    }
    assertEquals(List.of("target"), names());
  }

  @Test
  void aPartFileOfALivingProcessIsNotSweptAway() throws Exception {
    Path part = Files.createFile(folder.resolve(LEFT.formatted(7)));
    Process other = lock(part);
    try {
      PartFile.sweep(folder);
      assertTrue(Files.exists(part));
    } finally {
      other.destroyForcibly().waitFor();
    }
    PartFile.sweep(folder);
    assertFalse(Files.exists(part));
  }

  /** Another process that holds a lock on a file, as one that writes it does. */
  private static Process lock(Path part) throws Exception {
    String program =
        "import java.nio.channels.*; import java.nio.file.*;"
            + "class Holder { public static void main(String[] a) throws Exception {"
            + " FileChannel.open(Path.of(a[0]), StandardOpenOption.WRITE).lock();"
            + " System.out.println(); Thread.sleep(600_000); } }";
    Path source =
        Files.writeString(Files.createTempDirectory("gdtrain").resolve("H.java"), program);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(java, source.toString(), part.toString()).start();
    assertTrue(
        process.getInputStream().read() >= 0 && process.waitFor(0, TimeUnit.SECONDS) == false);
    return process;
  }
}
