package gdtrain.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mean and standard deviation of several values.
 *
 * @param mean unweighted; NaN if one is not defined
 * @param deviation standard deviation, divisor n - 1; NaN if a value is not defined, or there is
 *     only one
 */
public record MeanAndDeviation(double mean, double deviation) {
  /** Computes both in two passes. */
  public static MeanAndDeviation of(List<Double> values) {
    double mean = values.stream().mapToDouble(v -> v).sum() / values.size();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return new MeanAndDeviation(mean, Math.sqrt(squares / (values.size() - 1)));
  }

  /** Those of every metric over several sets of rows, such as folds, by name. */
  public static Map<String, MeanAndDeviation> byName(List<Metrics> scores) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (Metrics score : scores) {
      for (Metric metric : score.metrics()) {
        values.computeIfAbsent(metric.name(), name -> new ArrayList<>()).add(metric.value());
      }
    }
    Map<String, MeanAndDeviation> spreads = new LinkedHashMap<>();
    values.forEach((name, numbers) -> spreads.put(name, of(numbers)));
    return spreads;
  }

  /** The standard error of the mean of this many values: their deviation over the square root. */
  public double standardError(int values) {
    return deviation / Math.sqrt(values);
  }
}
