package gdtrain.report;

import gdtrain.choice.InvalidSetting;
import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.Metric;
import gdtrain.metric.Metrics;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Metrics of folds as CSV, {@code fold,metric,value}; after the last fold come the mean and the
 * standard deviation of every metric, as folds {@code mean} and {@code sd}.
 */
public final class FoldTable {
  private static final String MEAN = "mean";
  private static final String DEVIATION = "sd";
  private final PrintStream out;
  private final List<Metrics> scores = new ArrayList<>();

  /**
   * Writes the header.
   *
   * @throws IllegalArgumentException if a fold is called {@code mean} or {@code sd}
   */
  public FoldTable(List<String> folds, PrintStream out) {
    for (String name : List.of(MEAN, DEVIATION)) {
      if (folds.contains(name)) {
        throw new InvalidSetting(
            "a fold is called '%s', which is for the %1$s of all folds; give it another name"
                .formatted(name));
      }
    }
    this.out = out;
    record("fold", "metric", "value");
  }

  /** Writes the metrics of a fold. */
  public void add(String fold, Metrics metrics) {
    scores.add(metrics);
    for (Metric metric : metrics.metrics()) {
      record(fold, metric.name(), metric.cell());
    }
    BrokenPipe.flush(out);
  }

  /**
   * Writes mean and standard deviation of every metric over all folds, and returns them by name.
   */
  public Map<String, MeanAndDeviation> finish() {
    Map<String, MeanAndDeviation> summary = MeanAndDeviation.byName(scores);
    summary.forEach((name, metric) -> record(MEAN, name, cell(metric.mean())));
    summary.forEach((name, metric) -> record(DEVIATION, name, cell(metric.deviation())));
    BrokenPipe.flush(out);
    return summary;
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private void record(String fold, String metric, String value) {
    out.append(CsvText.record(fold, metric, value)).append('\n');
  }
}
