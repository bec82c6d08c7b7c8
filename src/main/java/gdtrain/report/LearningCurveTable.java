package gdtrain.report;

import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.Metrics;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A learning curve as CSV: {@code rows}, the mean number of rows learned from, and for every metric
 * m the means over the folds {@code train_m} and {@code test_m}, then their standard deviations
 * {@code train_m_sd} and {@code test_m_sd}. A value that is not defined in every fold is empty.
 */
public final class LearningCurveTable {
  private static final String ROWS = "rows";
  private final PrintStream out;
  private final Map<String, List<Double>> columns = new LinkedHashMap<>();

  /** Writes nothing yet. */
  public LearningCurveTable(PrintStream out) {
    this.out = out;
  }

  /**
   * Writes a point of the curve.
   *
   * @param training of the rows learned from, fold by fold
   * @param test of the rows held out
   * @return mean and standard deviation over the folds of every metric of the rows held out
   */
  public Map<String, MeanAndDeviation> add(List<Metrics> training, List<Metrics> test) {
    Map<String, MeanAndDeviation> learned = MeanAndDeviation.byName(training);
    Map<String, MeanAndDeviation> held = MeanAndDeviation.byName(test);
    Map<String, Double> point = new LinkedHashMap<>();
    point.put(ROWS, learned.get(ROWS).mean());
    for (String name : held.keySet()) {
      if (!name.equals(ROWS)) {
        point.put("train_" + name, learned.get(name).mean());
        point.put("test_" + name, held.get(name).mean());
        point.put("train_%s_sd".formatted(name), learned.get(name).deviation());
        point.put("test_%s_sd".formatted(name), held.get(name).deviation());
      }
    }
    if (columns.isEmpty()) {
      out.append(CsvText.record(point.keySet().toArray())).append('\n');
    }
    point.forEach(
        (name, value) -> columns.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    out.append(CsvText.record(point.values().stream().map(LearningCurveTable::cell).toArray()))
        .append('\n');
    BrokenPipe.flush(out);
    return held;
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? Double.toString(value).replaceFirst("[.]0$", "") : "";
  }

  /** The columns by name, point by point. */
  public Map<String, Object> columns() {
    return new LinkedHashMap<>(columns);
  }
}
