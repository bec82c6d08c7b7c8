package gdtrain.lint;

import gdtrain.table.NumericColumn;

/**
 * Weighted figures of the values that a column has.
 *
 * @param count how many there are
 * @param unit a power of 2 near the largest size; in it, squares neither overflow nor vanish
 * @param mean {@code sum w x / sum w}
 * @param deviation {@code sqrt(sum w (x - mean)^2 / sum w)}
 * @param smallest value
 * @param largest value
 */
record Moments(
    int count, double unit, double mean, double deviation, double smallest, double largest) {
  static Moments of(NumericColumn column, Rows rows) {
    int count = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows.count(); row++) {
      double value = column.value(row);
      if (!Double.isNaN(value)) {
        count++;
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
    }
    double unit = unit(Math.max(Math.abs(smallest), Math.abs(largest)));
    double total = 0;
    double sum = 0;
    for (int row = 0; row < rows.count(); row++) {
      double value = column.value(row) / unit;
      total += Double.isNaN(value) ? 0 : rows.weight(row);
      sum += Double.isNaN(value) ? 0 : rows.weight(row) * value;
    }
    double mean = sum / total;
    double squares = 0;
    for (int row = 0; row < rows.count(); row++) {
      double difference = column.value(row) / unit - mean;
      squares += Double.isNaN(difference) ? 0 : rows.weight(row) * difference * difference;
    }
    double deviation = Math.sqrt(squares / total);
    return new Moments(count, unit, mean * unit, deviation * unit, smallest, largest);
  }

  /** The power of 2 that a positive number is at most twice of; dividing by it is exact. */
  static double unit(double size) {
    return Math.scalb(1.0, Math.getExponent(size));
  }

  /** How far a value lies from the mean, in units. */
  double distance(double value) {
    return Math.abs(value / unit - mean / unit);
  }

  /** The largest distance. */
  double reach() {
    return Math.max(distance(smallest), distance(largest));
  }
}
