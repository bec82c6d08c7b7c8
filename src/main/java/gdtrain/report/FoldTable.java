package gdtrain.report;

import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.Metric;
import gdtrain.metric.Metrics;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/**
 * Figures of quality of folds as CSV, {@code fold,metric,value}; behind those of the last fold come
 * those of the folds {@code mean} and {@code sd}.
 */
public final class FoldTable {
  private static final String MEAN = "mean";
  private static final String DEVIATION = "sd";
  private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final PrintStream out;
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  /**
   * Writes the header.
   *
   * @throws IllegalArgumentException if a fold is called as the last two are
   */
  public FoldTable(List<String> folds, PrintStream out) {
    for (String name : List.of(MEAN, DEVIATION)) {
      if (folds.contains(name)) {
        throw new IllegalArgumentException(
            "a fold is called '%s', which is for the %1$s of all folds; give it another name"
                .formatted(name));
      }
    }
    this.out = out;
    record("fold", "metric", "value");
  }

  /** Writes the figures of a fold. */
  public void add(String fold, Metrics score) {
    for (Metric metric : score.metrics()) {
      values.computeIfAbsent(metric.name(), name -> new ArrayList<>()).add(metric.value());
      record(fold, metric.name(), metric.cell());
    }
    flush();
  }

  /** Writes means and standard deviations over all folds, and returns them by the figure's name. */
  public Map<String, MeanAndDeviation> finish() {
    Map<String, MeanAndDeviation> spreads = new LinkedHashMap<>();
    values.forEach((name, numbers) -> spreads.put(name, MeanAndDeviation.of(numbers)));
    spreads.forEach((name, spread) -> record(MEAN, name, cell(spread.mean())));
    spreads.forEach((name, spread) -> record(DEVIATION, name, cell(spread.deviation())));
    flush();
    return spreads;
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private void record(String fold, String metric, String value) {
    out.append(CSV.format(fold, metric, value)).append('\n');
  }

  private void flush() {
    if (out.checkError()) {
      throw new BrokenPipe();
    }
  }
}
