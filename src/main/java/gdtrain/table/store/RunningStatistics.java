package gdtrain.table.store;

import gdtrain.compute.Magnitude;
import java.util.Arrays;

/**
 * {@link Statistics} of values that come piece by piece. Each piece is passed over twice: the
 * second pass takes the rounding error out of the piece's mean, and squares only small differences.
 * Pieces are combined by their differences from the mean of the first one, so that no digits cancel
 * however far the values lie from 0 (Chan, Golub and LeVeque 1983, "Algorithms for computing the
 * sample variance"). Pieces whose squares a double cannot hold are added up in a power of two.
 */
public final class RunningStatistics {
  private static final int NONE = Integer.MIN_VALUE;

  private int count;
  private double rows;
  private double total;
  private double reference = Double.NaN;

  /** Of the power of two in which sums and extremes are; none while all values are 0. */
  private int exponent = NONE;

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
    double most = Math.max(Math.abs(piece.smallest), Math.abs(piece.largest));
    int unit = Magnitude.exponent(most);
    if (unit != 0) {
      piece = new RunningStatistics();
      piece.begin(scaled(values, count, -unit), weights, count);
    }
    piece.exponent = most == 0 ? NONE : unit;
    add(piece);
  }

  private static double[] scaled(double[] values, int count, int exponent) {
    double[] scaled = new double[count];
    Arrays.setAll(scaled, i -> Math.scalb(values[i], exponent));
    return scaled;
  }

  private void measureIn(int unit) {
    if (exponent != unit && exponent != NONE) {
      int shift = exponent - unit;
      reference = Math.scalb(reference, shift);
      deviations = Math.scalb(deviations, shift);
      squares = Math.scalb(squares, 2 * shift);
      smallest = Math.scalb(smallest, shift);
      largest = Math.scalb(largest, shift);
    }
    exponent = unit;
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
    int unit = Math.max(exponent, other.exponent);
    measureIn(unit);
    other.measureIn(unit);
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
    return inUnit(reference);
  }

  private double inUnit(double value) {
    return exponent == NONE ? value : Math.scalb(value, exponent);
  }

  /** The statistics of all values so far. */
  public Statistics statistics() {
    double shift = deviations / total;
    double variance = Math.max(0, squares - total * shift * shift) / rows;
    return new Statistics(
        count,
        inUnit(reference + shift),
        inUnit(Math.sqrt(variance)),
        inUnit(smallest),
        inUnit(largest));
  }
}
