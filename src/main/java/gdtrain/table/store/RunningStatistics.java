package gdtrain.table.store;

/**
 * {@link Statistics} of values that come piece by piece. Each piece is passed over twice: the
 * second pass takes the rounding error out of the piece's mean, and squares only small differences.
 * Pieces are combined by their differences from the mean of the first one, so that no digits cancel
 * however far the values lie from 0 (Chan, Golub and LeVeque 1983, "Algorithms for computing the
 * sample variance").
 */
public final class RunningStatistics {
  private int count;
  private double rows;
  private double total;
  private double reference = Double.NaN;
  private double deviations;
  private double squares;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;

  /** Begins without values. */
  public RunningStatistics() {}

  /**
   * Adds a piece.
   *
   * @param values one for each row; NaN where it is missing
   * @param weights of the rows
   * @param count how many rows there are
   */
  public void add(double[] values, double[] weights, int count) {
    RunningStatistics piece = new RunningStatistics();
    piece.begin(values, weights, count);
    add(piece);
  }

  private void begin(double[] values, double[] weights, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      rows += weights[i];
      if (weights[i] > 0 && !Double.isNaN(values[i])) {
        count++;
        total += weights[i];
        sum += weights[i] * values[i];
        smallest = values[i] < smallest ? values[i] : smallest;
        largest = values[i] > largest ? values[i] : largest;
      }
    }
    reference = sum / total; // NaN without a value
    for (int i = 0; i < length; i++) {
      if (weights[i] > 0 && !Double.isNaN(values[i])) {
        double difference = values[i] - reference;
        deviations += weights[i] * difference;
        squares += weights[i] * difference * difference;
      }
    }
  }

  /** Adds all values of another. */
  void add(RunningStatistics other) {
    count += other.count;
    rows += other.rows;
    if (other.count == 0) {
      return;
    }
    reference = Double.isNaN(reference) ? other.reference : reference;
    double off = other.reference - reference;
    total += other.total;
    deviations += other.deviations + other.total * off;
    squares += other.squares + 2 * off * other.deviations + other.total * off * off;
    smallest = Math.min(smallest, other.smallest);
    largest = Math.max(largest, other.largest);
  }

  /** Whether no value is missing, where all weights are 1. */
  boolean isComplete() {
    return count == rows;
  }

  /** The mean of the first piece; NaN before there is one. */
  double reference() {
    return reference;
  }

  /** The statistics of all values so far. */
  public Statistics statistics() {
    double shift = deviations / total;
    double variance = Math.max(0, squares - total * shift * shift) / rows;
    return new Statistics(count, reference + shift, Math.sqrt(variance), smallest, largest);
  }
}
