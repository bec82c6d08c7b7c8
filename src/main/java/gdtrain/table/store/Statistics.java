package gdtrain.table.store;

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
public record Statistics(
    int count, double mean, double deviation, double smallest, double largest) {
  /** Whether there are two different values. */
  public boolean varies() {
    return smallest < largest;
  }
}
