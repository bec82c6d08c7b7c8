package gdtrain.metric;

import java.util.List;

/**
 * Metrics of predicted numbers, added up in two passes over the rows. With e = prediction - truth
 * and means weighted:
 *
 * <ul>
 *   <li>{@code mse} = mean e^2, {@code rmse} = its root, {@code mae} = mean |e|
 *   <li>{@code r2} = 1 - mean e^2 / mean (truth - mean truth)^2. As scikit-learn has it: where the
 *       truth is constant, 1 if every prediction is right and else 0; NaN for fewer than two rows
 * </ul>
 */
public final class RegressionMetrics {
  private int rows;
  private double total;
  private final SquareSum squares = new SquareSum();
  private double absolutes;
  private double sum;
  private final SquareSum spread = new SquareSum();

  /** Takes a row. */
  public void add(double truth, double prediction, double weight) {
    double error = prediction - truth;
    rows++;
    total += weight;
    squares.add(error, weight);
    absolutes += weight * Math.abs(error);
    sum += weight * truth;
  }

  /** Takes a row in the second pass, after all have been taken once. */
  public void addAgain(double truth, double weight) {
    double deviation = truth - sum / total;
    spread.add(deviation, weight);
  }

  /** The metrics, once all rows have been taken twice. */
  public List<Metric> metrics() {
    return List.of(
        new Metric("mse", squares.mean(total)),
        new Metric("rmse", squares.root(total)),
        new Metric("mae", absolutes / total),
        new Metric("r2", r2()));
  }

  private double r2() {
    if (rows < 2) {
      return Double.NaN;
    }
    return spread.isZero() ? squares.isZero() ? 1 : 0 : 1 - squares.over(spread);
  }

  /** The names of the metrics, in the order of {@link #metrics}. */
  static List<String> names() {
    return List.of("mse", "rmse", "mae", "r2");
  }
}
