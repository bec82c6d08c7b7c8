package gdtrain.dataset;

import java.util.function.IntToDoubleFunction;

/**
 * Weighted statistics of the present values of a column. A row of weight 2 counts as two rows.
 *
 * @param count how many values of positive weight there are
 * @param mean {@code sum w x / sum w}
 * @param deviation {@code sqrt(sum w (x - mean)^2 / n)} where n is the weight of all rows, those
 *     with a missing value among them: they are imputed by the mean
 * @param smallest value of positive weight
 * @param largest value of positive weight
 */
record Statistics(int count, double mean, double deviation, double smallest, double largest) {

  /** Whether there are two different values. */
  boolean varies() {
    return smallest < largest;
  }

  /**
   * @param values of the rows, NaN where missing; asked for twice, so that nobody keeps a copy
   * @param weights of the rows
   */
  static Statistics of(IntToDoubleFunction values, double[] weights) {
    int count = 0;
    double rows = 0;
    double total = 0;
    double sum = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      rows += weights[i];
      double value = values.applyAsDouble(i);
      if (weights[i] > 0 && !Double.isNaN(value)) {
        count++;
        total += weights[i];
        sum += weights[i] * value;
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
    }
    // The second pass takes the rounding error out of the mean, and squares only small differences.
    double mean = sum / total;
    double correction = 0;
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double value = values.applyAsDouble(i);
      if (weights[i] > 0 && !Double.isNaN(value)) {
        double difference = value - mean;
        correction += weights[i] * difference;
        squares += weights[i] * difference * difference;
      }
    }
    correction /= total;
    double variance = Math.max(0, squares - total * correction * correction) / rows;
    return new Statistics(count, mean + correction, Math.sqrt(variance), smallest, largest);
  }
}
