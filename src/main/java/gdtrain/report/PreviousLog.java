package gdtrain.report;

import gdtrain.train.Epoch;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of a log that an earlier run left behind, to be gone on with. */
public final class PreviousLog {
  private final Path file;
  private final LogLayout shape;
  private final LogText text;
  private long length;

  private PreviousLog(Path file, LogLayout shape) {
    this.file = file;
    this.shape = shape;
    this.text = shape.text();
  }

  /**
   * How many bytes of the file are the log up to an epoch; the rows behind them are of later
   * epochs, and whatever the run's end added.
   *
   * @param last the epoch
   * @throws IllegalArgumentException if the file is not the log of such a run
   */
  public static long lengthUntil(Epoch last, Path file, LogLayout shape) throws IOException {
    PreviousLog log = new PreviousLog(file, shape);
    log.read(last);
    return log.length;
  }

  private void read(Epoch last) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      String header = text.header().orElse("");
      if (!header.isEmpty() && !header.equals(line(in))) {
        throw new IllegalArgumentException(
            "it does not begin with '%s', the header of this run".formatted(header));
      }
      int rows = last.number() / shape.every() + 1;
      String row = "";
      for (int i = 0; i < rows; i++) {
        row = line(in);
      }
      boolean same =
          shape.has(last)
              ? row.equals(text.row(last))
              : row.startsWith(text.start((rows - 1) * shape.every()));
      if (!same) {
        throw new IllegalArgumentException(
            "it does not hold the rows of the run up to epoch %,d".formatted(last.number()));
      }
    }
  }

  /** A line without its end; empty where there is no whole one. */
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
