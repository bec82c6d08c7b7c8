package gdtrain.report;

import gdtrain.train.Epoch;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes one row for every epoch, at once, so that a plotting tool at the other end of a pipe can
 * follow. The bytes do not depend on whether the stream is a terminal or a pipe.
 */
public final class LossLog implements Consumer<Epoch> {
  private final LogLayout layout;
  private final PrintStream out;
  private Epoch unwritten;

  /** A log to which nothing has been written. */
  public LossLog(LogLayout layout, PrintStream out) {
    this.layout = layout;
    this.out = out;
  }

  /** Whether its rows have the norms of layers. */
  public boolean hasLayers() {
    return layout.columns().layers() > 0;
  }

  /** Writes the header, in formats that have one. */
  public LossLog begin() {
    layout.header().ifPresent(this::line);
    return this;
  }

  /** Continues a log that ends with an epoch, which is written if it is the last and has no row. */
  public LossLog goOn(Epoch last) {
    unwritten = layout.has(last) ? null : last;
    return this;
  }

  /**
   * Writes an epoch, if it has a row.
   *
   * @throws BrokenPipe if the reader has closed the stream
   */
  @Override
  public void accept(Epoch epoch) {
    goOn(epoch);
    if (unwritten == null) {
      write(epoch);
    }
  }

  /** Writes the last epoch if it has no row yet. */
  public void finish() {
    if (unwritten != null) {
      write(unwritten);
      unwritten = null;
    }
  }

  /** Writes an event other than an epoch as one JSON object, in the format that has events. */
  public void event(String name, Supplier<Map<String, Object>> fields) {
    if (layout.format() == LogLayout.LogFormat.JSONL) {
      Map<String, Object> event = new LinkedHashMap<>(Map.of("event", name));
      event.putAll(fields.get());
      line(JsonText.of(event));
    }
  }

  private void write(Epoch epoch) {
    if (layout.format() != LogLayout.LogFormat.NONE) {
      line(layout.row(epoch));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
    BrokenPipe.flush(out);
  }
}
