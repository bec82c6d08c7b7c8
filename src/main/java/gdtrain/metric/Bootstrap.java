package gdtrain.metric;

import gdtrain.compute.Quantile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Percentile intervals of figures (Efron 1979): as many rows as there are, drawn with replacement,
 * are measured again and again. Row numbers are those of {@code new Random(seed).nextInt(rows)},
 * one resample behind the other.
 *
 * @param resamples how many, at least 1
 * @param seed of the draws
 */
public record Bootstrap(int resamples, long seed) {
  /** The share of the resamples that lies in an interval. */
  public static final double LEVEL = 0.95;

  /**
   * Where a figure lies in most resamples; NaN where no resample has it.
   *
   * @param defined in how many resamples it is defined; the others are left out
   */
  public record Interval(double low, double high, int defined) {}

  /** The intervals of figures, by name. */
  public Map<String, Interval> intervals(ScoredRows rows, List<String> names) {
    Random random = new Random(seed);
    Figures figures = new Figures(rows);
    Map<String, double[]> values = new LinkedHashMap<>();
    names.forEach(name -> values.put(name, new double[resamples]));
    for (int i = 0; i < resamples; i++) {
      int resample = i;
      figures
          .values(names, drawn(rows, random))
          .forEach((name, value) -> values.get(name)[resample] = value);
    }
    Map<String, Interval> intervals = new LinkedHashMap<>();
    values.forEach((name, all) -> intervals.put(name, interval(all)));
    return intervals;
  }

  /** The weight that every row has in a resample: its own, as often as it was drawn. */
  private static double[] drawn(ScoredRows rows, Random random) {
    int[] counts = new int[rows.rows()];
    for (int i = 0; i < counts.length; i++) {
      counts[random.nextInt(counts.length)]++;
    }
    double[] weights = new double[counts.length];
    Arrays.setAll(weights, row -> counts[row] * rows.weights()[row]);
    return weights;
  }

  private static Interval interval(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0
        ? new Interval(Double.NaN, Double.NaN, 0)
        : new Interval(
            Quantile.of(sorted, (1 - LEVEL) / 2),
            Quantile.of(sorted, (1 + LEVEL) / 2),
            sorted.length);
  }
}
