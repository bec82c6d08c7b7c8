package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes whose table does not fit into the memory allowed, and the file they use. */
class LargerThanMemoryIT {
  private static final String FIT =
      "fit datasets/letter_recognition.csv --target lettr -q --memory 64k --temp";

  @TempDir Path folder;
  @TempDir Path temp;

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aKilledProcessLeavesNoFileBehind() throws Exception {
    Path log = folder.resolve("log");
    Process process =
        Program.builder(Stream.concat(Stream.of(Program.GDTRAIN), words()).toArray(String[]::new))
            .redirectOutput(log.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    while (process.isAlive() && (!Files.exists(log) || Files.size(log) == 0)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertTrue(process.isAlive(), Files.readString(folder.resolve("err")));
    assertTrue(opened(process), "the table is in memory");

    process.destroyForcibly().waitFor();

    assertEquals(List.of(), files(temp));
  }

  private Stream<String> words() {
    String options = FIT + " " + temp + " --epochs 1000000 --tolerance 0 --lr 1e-9";
    return Stream.of(options.split(" "));
  }

  /** Whether the process has a file in the folder open, which has no name any more. */
  private boolean opened(Process process) throws IOException {
    for (Path file : files(Path.of("/proc/" + process.pid() + "/fd"))) {
      if (Files.isSymbolicLink(file)
          && Files.readSymbolicLink(file).toString().startsWith(temp + "/gdtrain-")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aFileThatCannotBeWrittenToItsEndIsSaid() throws Exception {
    String command = "ulimit -f 200; exec \"$0\" " + FIT + " \"$1\"";
    Outcome fit = Program.run(Map.of(), "sh", "-c", command, Program.GDTRAIN, temp.toString());

    String fault = "the file for it in the folder " + temp + " cannot be written: File too large; ";
    assertEquals(1, fit.code());
    assertTrue(fit.err().contains(fault), fit.err());
    assertEquals(1, fit.err().lines().count());
    assertEquals(List.of(), files(temp));
  }
}
