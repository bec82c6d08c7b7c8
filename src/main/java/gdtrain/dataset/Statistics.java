package gdtrain.dataset;

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
  private static final int PIECE = 1024; // rows at once

  /** Writes the values of consecutive rows, NaN where missing. */
  @FunctionalInterface
  interface Values {
    void read(int from, int count, double[] out);
  }

  /** Whether there are two different values. */
  boolean varies() {
    return smallest < largest;
  }

  /**
   * @param values of the rows; asked for twice, so that nobody keeps a copy
   * @param weights of the rows
   */
  static Statistics of(Values values, Weights weights) {
    Tally tally = new Tally();
    double[] piece = new double[PIECE];
    for (int pass = 0; pass < 2; pass++) {
      for (int from = 0; from < weights.rows(); from += PIECE) {
        int count = Math.min(PIECE, weights.rows() - from);
        values.read(from, count, piece);
        for (int i = 0; i < count; i++) {
          tally.add(piece[i], weights.of(from + i));
        }
      }
      tally.endPass();
    }
    return tally.statistics();
  }
}
