package gdtrain.report;

import gdtrain.train.Epoch;
import gdtrain.train.Watcher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** The loss logs of many runs as one long CSV: the number of the run, its settings, its log. */
public final class SweepLog {
  private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final LogColumns columns;
  private final int every;
  private final PrintStream out;

  /**
   * Writes the header.
   *
   * @param settings the names of those that differ between runs; {@code set_} stands before them,
   *     so that the rate asked for is not taken for the length of a step
   * @param columns of the logs
   * @param every as in {@link LossLog}
   */
  public SweepLog(List<String> settings, LogColumns columns, int every, PrintStream out) {
    this.columns = columns;
    this.every = every;
    this.out = out;
    Stream<String> names = settings.stream().map(name -> "set_" + name.replace('-', '_'));
    Stream<String> log = Stream.concat(Stream.of("epoch"), columns.names().stream());
    line(CSV.format(Stream.of(Stream.of("run"), names, log).flatMap(s -> s).toArray()));
    flush();
  }

  /** The log of one run, kept until it is written. */
  public Kept open() {
    return new Kept(columns, every);
  }

  /** Writes the log of a run behind its number and settings. */
  public void write(int run, List<String> settings, Kept log) {
    String start = CSV.format(Stream.concat(Stream.of(run), settings.stream()).toArray()) + ",";
    log.rows().forEach(row -> line(start + row));
    flush();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void flush() {
    if (out.checkError()) {
      throw new BrokenPipe();
    }
  }

  /** A log in memory. */
  public static final class Kept implements Watcher {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LossLog log;

    private Kept(LogColumns columns, int every) {
      PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);
      this.log = new LossLog(new LogLayout(LogFormat.CSV, columns, every), stream).begin();
    }

    @Override
    public void epoch(Epoch epoch) {
      log.accept(epoch);
    }

    private Stream<String> rows() {
      log.finish();
      return bytes.toString(StandardCharsets.UTF_8).lines().skip(1); // the header
    }
  }
}
