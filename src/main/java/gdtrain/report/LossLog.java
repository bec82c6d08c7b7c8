package gdtrain.report;

import gdtrain.train.Epoch;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Writes one row for every epoch, at once, so that a plotting tool at the other end of a pipe can
 * follow.
 *
 * <p>Numbers are written as short as they can be read back exactly. The stream sees the same bytes
 * whether it is a terminal or a pipe.
 */
public final class LossLog implements Consumer<Epoch> {
  private final LogFormat format;
  private final LogColumns columns;
  private final List<String> names;
  private final int every;
  private final PrintStream out;
  private Epoch unwritten;

  /**
   * Writes the header.
   *
   * @param every write the first and the last epoch and of the others every so manyth
   */
  public LossLog(LogFormat format, LogColumns columns, int every, PrintStream out) {
    if (every < 1) {
      throw new IllegalArgumentException("--log-every must be 1 or more, not " + every);
    }
    this.format = format;
    this.columns = columns;
    this.names = columns.names();
    this.every = every;
    this.out = out;
    switch (format) {
      case CSV -> line("epoch," + String.join(",", names));
      case TSV -> line("epoch\t" + String.join("\t", names));
      case VNL -> line("# epoch " + String.join(" ", names));
      case JSONL, NONE -> {}
    }
  }

  /**
   * Writes an epoch, if it is one of those to be written.
   *
   * @throws ReaderGone if nobody reads any more
   */
  @Override
  public void accept(Epoch epoch) {
    boolean due = epoch.number() % every == 0;
    unwritten = due ? null : epoch;
    if (due) {
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
  public void event(String name, Map<String, Object> fields) {
    if (format == LogFormat.JSONL) {
      Map<String, Object> event = new LinkedHashMap<>(Map.of("event", name));
      event.putAll(fields);
      line(JsonText.of(event));
    }
  }

  private void write(Epoch epoch) {
    switch (format) {
      case CSV -> line(row(epoch, ",", ""));
      case TSV -> line(row(epoch, "\t", "NaN"));
      case VNL -> line(row(epoch, " ", "NaN"));
      case JSONL -> line(json(epoch));
      case NONE -> {}
    }
  }

  private String row(Epoch epoch, String separator, String missing) {
    StringBuilder row = new StringBuilder(80).append(epoch.number());
    for (OptionalDouble value : columns.values(epoch)) {
      row.append(separator);
      row.append(value.isPresent() ? Double.toString(value.getAsDouble()) : missing);
    }
    return row.toString();
  }

  private String json(Epoch epoch) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "epoch");
    event.put("epoch", epoch.number());
    List<OptionalDouble> values = columns.values(epoch);
    for (int i = 0; i < names.size(); i++) {
      event.put(names.get(i), values.get(i).orElse(Double.NaN));
    }
    return JsonText.of(event);
  }

  private void line(String text) {
    out.append(text).append('\n');
    if (out.checkError()) { // flushes, too
      throw new ReaderGone();
    }
  }
}
