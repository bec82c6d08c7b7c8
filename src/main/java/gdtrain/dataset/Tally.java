package gdtrain.dataset;

/**
 * Adds up {@link Statistics} in two passes over the same values. The second takes the rounding
 * error out of the mean, and squares only small differences.
 */
final class Tally {
  private boolean second;
  private int count;
  private double rows;
  private double total;
  private double sum;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private double mean;
  private double correction;
  private double squares;

  /** Takes the value of the next row, NaN where it is missing. */
  void add(double value, double weight) {
    boolean counts = weight > 0 && !Double.isNaN(value);
    if (second) {
      if (counts) {
        double difference = value - mean;
        correction += weight * difference;
        squares += weight * difference * difference;
      }
      return;
    }
    rows += weight;
    if (counts) {
      count++;
      total += weight;
      sum += weight * value;
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
  }

  /** All values have been taken, for the first or for the second time. */
  void endPass() {
    second = true;
    mean = sum / total;
  }

  Statistics statistics() {
    double shift = correction / total;
    double variance = Math.max(0, squares - total * shift * shift) / rows;
    return new Statistics(count, mean + shift, Math.sqrt(variance), smallest, largest);
  }
}
