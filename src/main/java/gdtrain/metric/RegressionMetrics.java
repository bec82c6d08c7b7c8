package gdtrain.metric;

import java.util.List;

/**
 * Metrics of predicted numbers, added up in two passes over the rows. With e = prediction - truth
 * and means weighted:
 *
 * <ul>
 *   <li>{@code mse} = mean e^2, {@code rmse} = its root, {@code mae} = mean |e|
 *   <li>{@code r2} = 1 - mean e^2 / mean (truth - mean truth)^2; NaN when the truth is constant
 * </ul>
 */
public final class RegressionMetrics {
  private double total;
  private double squares;
  private double absolutes;
  private double sum;
  private double spread;

  /** Takes a row. */
  public void add(double truth, double prediction, double weight) {
    double error = prediction - truth;
    total += weight;
    squares += weight * error * error;
    absolutes += weight * Math.abs(error);
    sum += weight * truth;
  }

  /** Takes a row in the second pass, after all have been taken once. */
  public void addAgain(double truth, double weight) {
    double deviation = truth - sum / total;
    spread += weight * deviation * deviation;
  }

  /** The metrics, once all rows have been taken twice. */
  public List<Metric> metrics() {
    double r2 = spread == 0 ? Double.NaN : 1 - squares / spread;
    return List.of(
        new Metric("mse", squares / total),
        new Metric("rmse", Math.sqrt(squares / total)),
        new Metric("mae", absolutes / total),
        new Metric("r2", r2));
  }

  /** The names of the metrics, in the order of {@link #metrics}. */
  static List<String> names() {
    return List.of("mse", "rmse", "mae", "r2");
  }
}
