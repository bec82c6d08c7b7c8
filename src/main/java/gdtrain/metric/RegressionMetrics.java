package gdtrain.metric;

import java.util.List;

/** Figures for predicted numbers. */
public final class RegressionMetrics {
  private RegressionMetrics() {}

  /**
   * With e = prediction - truth and means weighted:
   *
   * <ul>
   *   <li>{@code mse} = mean e^2, {@code rmse} = its root, {@code mae} = mean |e|
   *   <li>{@code r2} = 1 - mean e^2 / mean (truth - mean truth)^2; NaN when the truth is constant
   * </ul>
   */
  public static List<Metric> of(double[] truths, double[] predictions, double[] weights) {
    double total = 0;
    double squares = 0;
    double absolutes = 0;
    double sum = 0;
    for (int i = 0; i < truths.length; i++) {
      double error = predictions[i] - truths[i];
      total += weights[i];
      squares += weights[i] * error * error;
      absolutes += weights[i] * Math.abs(error);
      sum += weights[i] * truths[i];
    }
    double mean = sum / total;
    double spread = 0;
    for (int i = 0; i < truths.length; i++) {
      spread += weights[i] * (truths[i] - mean) * (truths[i] - mean);
    }
    double r2 = spread == 0 ? Double.NaN : 1 - squares / spread;
    return List.of(
        new Metric("mse", squares / total),
        new Metric("rmse", Math.sqrt(squares / total)),
        new Metric("mae", absolutes / total),
        new Metric("r2", r2));
  }

  /** The names of the figures, in the order of {@link #of}. */
  static List<String> names() {
    return List.of("mse", "rmse", "mae", "r2");
  }
}
