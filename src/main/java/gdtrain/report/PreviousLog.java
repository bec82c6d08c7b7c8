package gdtrain.report;

import gdtrain.train.Epoch;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log file of an earlier run, which this run continues. */
public final class PreviousLog {
  private final Path file;
  private final LogLayout layout;
  private long length;

  private PreviousLog(Path file, LogLayout layout) {
    this.file = file;
    this.layout = layout;
  }

  /**
   * How many bytes of the file are the log up to an epoch; after them come rows of later epochs,
   * and what was written at the end of the run.
   *
   * @param last the epoch
   * @throws IllegalArgumentException if the file is not the log of such a run
   */
  public static long lengthUntil(Epoch last, Path file, LogLayout layout) throws IOException {
    PreviousLog log = new PreviousLog(file, layout);
    log.read(last);
    return log.length;
  }

  private void read(Epoch last) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      String header = layout.header().orElse("");
      if (!header.isEmpty() && !header.equals(line(in))) {
        throw new IllegalArgumentException(
            "it does not begin with '%s', the header of this run".formatted(header));
      }
      int rows = last.number() / layout.every() + 1;
      String row = "";
      for (int i = 0; i < rows; i++) {
        row = line(in);
      }
      boolean same =
          layout.has(last)
              ? row.equals(layout.row(last))
              : row.startsWith(layout.start((rows - 1) * layout.every()));
      if (!same) {
        throw new IllegalArgumentException(
            "it does not hold the rows of the run up to epoch %,d".formatted(last.number()));
      }
    }
  }

  /** A line without its end; empty at the end of the file and for an incomplete line. */
  private String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(96);
    int next = in.read();
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    length += line.size() + 1L;
    return next < 0 ? "" : line.toString(StandardCharsets.UTF_8);
  }
}
