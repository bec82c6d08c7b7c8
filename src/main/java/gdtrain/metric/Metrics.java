package gdtrain.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The metrics of predictions for some rows.
 *
 * @param rows how many
 * @param loss their mean loss, without penalty
 * @param quality those of {@link RegressionMetrics} or {@link ClassificationMetrics}
 * @param further those that were asked for besides; see {@link MetricNames#figures}
 * @param intervals of all of them by name, where those were asked for
 */
public record Metrics(
    int rows,
    double loss,
    List<Metric> quality,
    List<Metric> further,
    Map<String, Bootstrap.Interval> intervals) {
  /** Copies the lists. */
  public Metrics {
    quality = List.copyOf(quality);
    further = List.copyOf(further);
  }

  /** The metrics that are always measured. */
  public Metrics(int rows, double loss, List<Metric> quality) {
    this(rows, loss, quality, List.of(), Map.of());
  }

  /** These and further figures of the same rows. */
  public Metrics with(Collection<String> names, ScoredRows scored) {
    List<Metric> more = new ArrayList<>();
    new Figures(scored)
        .values(names, scored.weights())
        .forEach((name, value) -> more.add(new Metric(name, value)));
    return new Metrics(rows, loss, quality, more, intervals);
  }

  /** These with an interval for each but the number of rows. */
  public Metrics with(Bootstrap bootstrap, ScoredRows scored) {
    List<String> names = metrics().stream().skip(1).map(Metric::name).toList();
    return new Metrics(rows, loss, quality, further, bootstrap.intervals(scored, names));
  }

  /** All metrics, {@code rows} first. */
  public List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new Metric(Metric.ROWS, rows));
    metrics.add(new Metric("loss", loss));
    metrics.addAll(quality);
    metrics.addAll(further);
    return metrics;
  }

  /** The value of a metric; NaN where there is no such metric. */
  public double value(String name) {
    return metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .mapToDouble(Metric::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** A sentence where some of these figures are beyond what a number can hold. */
  public Optional<String> undefined(String... names) {
    List<String> lost =
        quality.stream()
            .filter(m -> List.of(names).contains(m.name()) && !Double.isFinite(m.value()))
            .map(Metric::name)
            .toList();
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s: too large or too small for a number, and left empty; give the target another unit"
                .formatted(String.join(", ", lost)));
  }

  /** These metrics as undefined ones, since nothing was learned. */
  public Metrics undefined() {
    return new Metrics(rows, Double.NaN, undefined(quality), undefined(further), Map.of());
  }

  private static List<Metric> undefined(List<Metric> metrics) {
    return metrics.stream().map(m -> new Metric(m.name(), Double.NaN)).toList();
  }

  /**
   * The names of all metrics, in the order of {@link #metrics}.
   *
   * @param classes how many classes there are; 0 where a number is predicted
   */
  static List<String> names(int classes) {
    List<String> quality =
        classes == 0 ? RegressionMetrics.names() : ClassificationMetrics.names(classes);
    return Stream.concat(Stream.of(Metric.ROWS, "loss"), quality.stream()).toList();
  }
}
