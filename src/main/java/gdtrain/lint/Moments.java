package gdtrain.lint;

import gdtrain.table.NumericColumn;

/**
 * Weighted moments of a column, from one pass over the rows; the deviation takes a second one, when
 * it is first asked for.
 */
final class Moments {
  /** Units with larger exponents might let sums of undivided values overflow or lose digits. */
  private static final int PLAIN = 500;

  private final NumericColumn column;
  private final TrainingRows rows;
  private int count;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private double total; // sum w
  private final double unit;
  private final double mean; // in units
  private double deviation = Double.NaN;

  Moments(NumericColumn column, TrainingRows rows) {
    this.column = column;
    this.rows = rows;
    double sum = 0; // sum w x
    for (int row = 0; row < rows.count(); row++) {
      double value = column.value(row);
      if (!Double.isNaN(value)) {
        count++;
        smallest = value < smallest ? value : smallest;
        largest = value > largest ? value : largest;
        total += rows.weight(row);
        sum += rows.weight(row) * value;
      }
    }
    this.unit = unit(Math.max(Math.abs(smallest), Math.abs(largest)));
    this.mean = Math.abs(Math.getExponent(unit)) < PLAIN ? sum / unit / total : sum() / total;
  }

  /** {@code sum w x} in units. */
  private double sum() {
    double sum = 0;
    for (int row = 0; row < rows.count(); row++) {
      double value = column.value(row) / unit;
      sum += Double.isNaN(value) ? 0 : rows.weight(row) * value;
    }
    return sum;
  }

  /** How many values there are. */
  int count() {
    return count;
  }

  /** The smallest value. */
  double smallest() {
    return smallest;
  }

  /** The largest value. */
  double largest() {
    return largest;
  }

  /** A power of 2 near the largest absolute value; in it, squares neither overflow nor vanish. */
  double unit() {
    return unit;
  }

  /** {@code sum w x / sum w}. */
  double mean() {
    return mean * unit;
  }

  /** {@code sqrt(sum w (x - mean)^2 / sum w)}. */
  double deviation() {
    if (Double.isNaN(deviation)) {
      double squares = 0;
      for (int row = 0; row < rows.count(); row++) {
        double difference = column.value(row) / unit - mean;
        squares += Double.isNaN(difference) ? 0 : rows.weight(row) * difference * difference;
      }
      deviation = Math.sqrt(squares / total) * unit;
    }
    return deviation;
  }

  /** The largest power of 2 not above a positive number; dividing by it is exact. */
  static double unit(double size) {
    return Math.scalb(1.0, Math.getExponent(size));
  }

  /** How far a value lies from the mean, in units. */
  double distance(double value) {
    return Math.abs(value / unit - mean);
  }

  /** The largest distance. */
  double reach() {
    return Math.max(distance(smallest), distance(largest));
  }
}
