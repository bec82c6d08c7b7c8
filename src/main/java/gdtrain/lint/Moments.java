package gdtrain.lint;

import gdtrain.table.NumericColumn;

/**
 * Weighted figures of the values that a column has.
 *
 * @param count how many there are
 * @param mean {@code sum w x / sum w}
 * @param squares {@code sum w (x - mean)^2}
 * @param deviation {@code sqrt(squares / sum w)}
 * @param smallest value
 * @param largest value
 */
record Moments(
    int count, double mean, double squares, double deviation, double smallest, double largest) {
  /** The largest distance of a value from the mean. */
  double reach() {
    return Math.max(largest - mean, mean - smallest);
  }

  static Moments of(NumericColumn column, Rows rows) {
    int count = 0;
    double total = 0;
    double sum = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows.count(); row++) {
      double value = column.value(row);
      if (!Double.isNaN(value)) {
        count++;
        total += rows.weight(row);
        sum += rows.weight(row) * value;
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
    }
    double mean = sum / total;
    double squares = 0;
    for (int row = 0; row < rows.count(); row++) {
      double difference = column.value(row) - mean;
      squares += Double.isNaN(difference) ? 0 : rows.weight(row) * difference * difference;
    }
    return new Moments(count, mean, squares, Math.sqrt(squares / total), smallest, largest);
  }
}
