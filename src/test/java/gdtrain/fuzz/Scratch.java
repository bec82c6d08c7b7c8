package gdtrain.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for what reads files only, deleted when the process ends. */
final class Scratch {
  private Scratch() {}

  static Path file() {
    try {
      Path file = Files.createTempFile("gdtrain-fuzz", "");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
