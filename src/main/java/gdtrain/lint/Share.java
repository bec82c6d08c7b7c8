package gdtrain.lint;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * The part that one row has of a sum over all.
 *
 * @param row which has the most
 * @param share of the sum, from 0 to 1
 * @param of how many rows it is a sum
 */
record Share(int row, double share, int of) {
  /**
   * The row with more than half of all, if there is one.
   *
   * @param part what a row adds, 0 or more; NaN for none
   * @param bound what no part exceeds: none is more than half of a sum that reaches it twice
   */
  static Optional<Share> largest(IntToDoubleFunction part, double bound, int rows) {
    double sum = 0;
    double most = 0;
    int at = 0;
    int count = 0;
    for (int row = 0; row < rows && sum < 2 * bound; row++) {
      double value = part.applyAsDouble(row);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
        if (value > most) {
          most = value;
          at = row;
        }
      }
    }
    return most > sum / 2 && count > 1 && sum < 2 * bound
        ? Optional.of(new Share(at, most / sum, count))
        : Optional.empty();
  }
}
