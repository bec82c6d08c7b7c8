package gdtrain.report;

import gdtrain.train.Epoch;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes one row for every epoch, at once, so that a plotting tool at the other end of a pipe can
 * follow. The stream sees the same bytes whether it is a terminal or a pipe.
 */
public final class LossLog implements Consumer<Epoch> {
  private final LogLayout shape;
  private final LogText text;
  private final PrintStream out;
  private Epoch unwritten;

  /** A log to which nothing has been written. */
  public LossLog(LogLayout shape, PrintStream out) {
    this.shape = shape;
    this.text = shape.text();
    this.out = out;
  }

  /** Writes the header, in formats that have one. */
  public LossLog begin() {
    text.header().ifPresent(this::line);
    return this;
  }

  /** Takes an epoch for written, as far as it is one of those to be written. */
  public LossLog goOn(Epoch last) {
    unwritten = shape.has(last) ? null : last;
    return this;
  }

  /**
   * Writes an epoch, if it is one of those to be written.
   *
   * @throws BrokenPipe if nobody reads any more
   */
  @Override
  public void accept(Epoch epoch) {
    goOn(epoch);
    if (unwritten == null) {
      write(epoch);
    }
  }

  /** Writes the last epoch if it has not been. */
  public void finish() {
    if (unwritten != null) {
      write(unwritten);
      unwritten = null;
    }
  }

  /** Writes what is no epoch as one JSON object, where the format has room for it. */
  public void event(String name, Supplier<Map<String, Object>> fields) {
    if (shape.format() == LogFormat.JSONL) {
      Map<String, Object> event = new LinkedHashMap<>(Map.of("event", name));
      event.putAll(fields.get());
      line(JsonText.of(event));
    }
  }

  private void write(Epoch epoch) {
    if (shape.format() != LogFormat.NONE) {
      line(text.row(epoch));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
    if (out.checkError()) { // flushes, too
      throw new BrokenPipe();
    }
  }
}
