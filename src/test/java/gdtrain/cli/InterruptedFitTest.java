package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gdtrain.cli.Cli.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signal that ends the reader of the log, as an interrupt does in a pipe. */
class InterruptedFitTest {
  @TempDir Path folder;

  /** Takes a header and the first rows, then the signal comes and nobody reads any more. */
  private static final class Reader extends OutputStream {
    private int left = 500;

    @Override
    public void write(int b) throws IOException {
      if (--left == 0) {
        String pid = String.valueOf(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-TERM", pid).start();
      }
      if (left <= 0) {
        throw new IOException("Broken pipe");
      }
    }
  }

  @Test
  void theModelIsWrittenThoughNobodyReadsTheLog() throws Exception {
    assumeTrue(Files.exists(Path.of("/bin/kill")) || Files.exists(Path.of("/usr/bin/kill")));
    String model = folder.resolve("m.json").toString();
    String[] options = {"--lr", "0.001", "--epochs", "2000000000", "--tolerance", "0", "-o", model};
    String[] more = {"--require", "converged", "--log-format", "jsonl"};
    Outcome outcome =
        Cli.runOn(
            InputStream.nullInputStream(),
            new Reader(),
            new ByteArrayOutputStream(),
            Cli.args(List.of("fit", data("iris")), join(options, more)));

    assertEquals(143, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("gdtrain: interrupted: "), outcome.err());
    assertTrue(Files.size(Path.of(model)) > 1000);
  }

  private static String[] join(String[] one, String[] other) {
    return Cli.args(List.of(one), other);
  }
}
