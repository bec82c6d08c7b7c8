package gdtrain.report;

import gdtrain.report.LogLayout.LogColumns;
import gdtrain.report.LogLayout.LogFormat;
import gdtrain.train.Epoch;
import gdtrain.train.Watcher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The loss logs of many runs as one long CSV: the number of the run, its settings, its log. */
public final class SweepLog {
  private final LogColumns columns;
  private final int every;
  private final PrintStream out;

  /**
   * Writes the header.
   *
   * @param settings the names of those that differ between runs; with the prefix {@code set_},
   *     which tells the rate that was set from the rate of a step
   * @param columns of the logs
   * @param every as in {@link LossLog}
   */
  public SweepLog(List<String> settings, LogColumns columns, int every, PrintStream out) {
    this.columns = columns;
    this.every = every;
    this.out = out;
    Stream<String> names = settings.stream().map(name -> "set_" + name.replace('-', '_'));
    Stream<String> log = Stream.concat(Stream.of("epoch"), columns.names().stream());
    line(CsvText.record(Stream.of(Stream.of("run"), names, log).flatMap(s -> s).toArray()));
    BrokenPipe.flush(out);
  }

  /** The log of one run, in memory until it is written. */
  public RunLog open() {
    return new RunLog(columns, every);
  }

  /** Writes the log of a run, each row after the number and the settings of the run. */
  public void write(int run, List<String> settings, RunLog log) {
    String start = CsvText.record(Stream.concat(Stream.of(run), settings.stream()).toArray()) + ",";
    log.rows().forEach(row -> line(start + row));
    BrokenPipe.flush(out);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** A log in memory. */
  public static final class RunLog implements Watcher {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LossLog log;

    private RunLog(LogColumns columns, int every) {
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
