package gdtrain.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How good predictions are on some rows.
 *
 * @param rows how many
 * @param loss their mean loss, without penalty
 * @param quality the figures of {@link RegressionMetrics} or {@link ClassificationMetrics}
 */
public record Metrics(int rows, double loss, List<Metric> quality) {
  /** Copies the figures. */
  public Metrics {
    quality = List.copyOf(quality);
  }

  /** All figures by name, {@code rows} first. */
  public List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new Metric(Metric.ROWS, rows));
    metrics.add(new Metric("loss", loss));
    metrics.addAll(quality);
    return metrics;
  }

  /** The same rows with figures that are not defined, since nothing was learned. */
  public Metrics undefined() {
    return new Metrics(
        rows, Double.NaN, quality.stream().map(m -> new Metric(m.name(), Double.NaN)).toList());
  }

  /**
   * The names of all figures, in the same order.
   *
   * @param classes how many classes there are; 0 where a number is predicted
   */
  static List<String> names(int classes) {
    List<String> quality =
        classes == 0 ? RegressionMetrics.names() : ClassificationMetrics.names(classes);
    return Stream.concat(Stream.of(Metric.ROWS, "loss"), quality.stream()).toList();
  }
}
