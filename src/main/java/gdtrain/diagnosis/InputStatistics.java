package gdtrain.diagnosis;

import gdtrain.dataset.Dataset;

/**
 * Where the values of an input lie, in its scaled unit; a row of weight 2 counts as two rows.
 *
 * @param mean {@code sum w x / sum w}
 * @param deviation {@code sqrt(sum w (x - mean)^2 / sum w)}
 * @param weighted whether some rows weigh more than others
 */
public record InputStatistics(double mean, double deviation, boolean weighted) {
  static InputStatistics of(Dataset rows, int input) {
    double mean = mean(rows, input, 0, 1);
    double variance = mean(rows, input, mean, 2);
    return new InputStatistics(mean, Math.sqrt(variance), weighted(rows));
  }

  /** {@code sum w (x - center)^power / sum w}. */
  private static double mean(Dataset rows, int input, double center, int power) {
    double[] sum = {0};
    rows.forEachPlain(
        part -> {
          for (int i = 0; i < part.count(); i++) {
            double difference = part.inputs()[i * rows.inputs() + input] - center;
            double term = power == 1 ? difference : difference * difference;
            sum[0] += part.weights()[i] * term;
          }
        });
    return sum[0] / rows.totalWeight();
  }

  private static boolean weighted(Dataset rows) {
    double[] range = {Double.POSITIVE_INFINITY, 0};
    rows.forEachTarget(
        part -> {
          for (int i = 0; i < part.count(); i++) {
            range[0] = Math.min(range[0], part.weights()[i]);
            range[1] = Math.max(range[1], part.weights()[i]);
          }
        });
    return range[0] < range[1];
  }
}
