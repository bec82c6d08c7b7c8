package gdtrain.cli;

import gdtrain.table.store.Storage;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where the data lies while a command runs; nothing here changes its results. */
class MemoryOptions {
  private static final Pattern SIZE = Pattern.compile("([0-9]+)([kmgt]?)");

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description =
          "Memory for the data, in bytes or as 300k, 512m, 2g; what does not fit lies in a file."
              + " The results are the same. Default: three quarters of what is free.")
  String memory;

  @Option(
      names = "--temp",
      paramLabel = "DIR",
      description = "The folder of that file, which goes with the process. Default: the system's.")
  String temp;

  private Storage storage;

  /** The one that all tables of the command share. */
  Storage storage() {
    if (storage == null) {
      Path folder = temp == null ? Storage.temporaryFolder() : folder();
      storage = new Storage(memory == null ? FreeMemory.bytes() / 4 * 3 : bytes(), folder);
    }
    return storage;
  }

  private long bytes() {
    Matcher size = SIZE.matcher(memory.toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw new IllegalArgumentException(
          "--memory takes a number of bytes, or one with k, m or g, such as 512m, not '%s'"
              .formatted(memory));
    }
    int power = size.group(2).isEmpty() ? 0 : 1 + "kmgt".indexOf(size.group(2));
    double bytes = Double.parseDouble(size.group(1)) * Math.pow(1024, power);
    if (bytes < 1 || bytes >= Long.MAX_VALUE) {
      throw new IllegalArgumentException(
          "--memory must be %s, not %s"
              .formatted(bytes < 1 ? "more than 0" : "less than 8,388,608t", memory));
    }
    return (long) bytes;
  }

  private Path folder() {
    try {
      Path folder = Path.of(temp);
      if (temp.isEmpty() || !Files.isDirectory(folder)) {
        throw new IllegalArgumentException("--temp: there is no folder '%s'".formatted(temp));
      }
      if (!Files.isWritable(folder)) {
        throw new IllegalArgumentException(
            "--temp %s cannot be written to; check the permissions".formatted(temp));
      }
      return folder;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("--temp: '%s' cannot be a folder".formatted(temp), e);
    }
  }
}
