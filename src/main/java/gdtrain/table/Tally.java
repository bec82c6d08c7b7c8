package gdtrain.table;

/**
 * Adds up {@link Statistics} of values that come piece by piece, each of which is passed over
 * twice: the second time takes the rounding error out of the piece's mean, and squares only small
 * differences. The pieces are put together by what they differ from the first one's mean, so that
 * no digits cancel however far the values lie from 0 (Chan, Golub and LeVeque 1983, "Algorithms for
 * computing the sample variance").
 */
public final class Tally {
  private int count;
  private double rows;
  private double total;
  private double reference = Double.NaN;
  private double deviations;
  private double squares;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;

  /** No values yet. */
  public Tally() {}

  /** As if the same pieces had been added to it. */
  Tally(Tally other) {
    count = other.count;
    rows = other.rows;
    total = other.total;
    reference = other.reference;
    deviations = other.deviations;
    squares = other.squares;
    smallest = other.smallest;
    largest = other.largest;
  }

  /** Takes the values of so many rows, NaN where they are missing, and the weights of the rows. */
  public void add(double[] values, double[] weights, int rows) {
    double weight = 0;
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      this.rows += weights[i];
      if (weights[i] > 0 && !Double.isNaN(values[i])) {
        count++;
        weight += weights[i];
        sum += weights[i] * values[i];
        smallest = values[i] < smallest ? values[i] : smallest;
        largest = values[i] > largest ? values[i] : largest;
      }
    }
    if (weight > 0) {
      addAround(sum / weight, weight, values, weights, rows);
    }
  }

  private void addAround(double mean, double weight, double[] values, double[] weights, int rows) {
    double correction = 0;
    double around = 0;
    for (int i = 0; i < rows; i++) {
      if (weights[i] > 0 && !Double.isNaN(values[i])) {
        double difference = values[i] - mean;
        correction += weights[i] * difference;
        around += weights[i] * difference * difference;
      }
    }
    reference = Double.isNaN(reference) ? mean : reference;
    double off = mean - reference;
    total += weight;
    deviations += correction + weight * off;
    squares += around + 2 * off * correction + weight * off * off;
  }

  /** Whether no value is missing, where all weights are 1. */
  boolean isComplete() {
    return count == rows;
  }

  /** The mean of the first piece; NaN before there is one. */
  double reference() {
    return reference;
  }

  /** Of all values so far. */
  public Statistics statistics() {
    double shift = deviations / total;
    double variance = Math.max(0, squares - total * shift * shift) / rows;
    return new Statistics(count, reference + shift, Math.sqrt(variance), smallest, largest);
  }
}
