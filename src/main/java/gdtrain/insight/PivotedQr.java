package gdtrain.insight;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Householder's QR of a small matrix, the longest remaining column first (Businger and Golub 1965),
 * so that it tells the rank, and the rows of R become shorter from the first to the last.
 */
final class PivotedQr {
  private final double[][] columns;
  private final int[] order;
  private final int candidates;
  private final int rank;

  /**
   * @param matrix columns, not changed
   * @param candidates how many of them are factorised; those after are only reflected with them
   * @param flat columns of which no more than this length remains depend on those before
   */
  PivotedQr(double[][] matrix, int candidates, double flat) {
    this.columns = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    this.order = IntStream.range(0, matrix.length).toArray();
    this.candidates = candidates;
    this.rank = factorise(flat);
  }

  private int factorise(double flat) {
    int steps = Math.min(candidates, columns[0].length);
    for (int step = 0; step < steps; step++) {
      swap(step, longest(step));
      double norm = left(columns[step], step);
      if (norm <= flat) {
        return step;
      }
      reflect(step, norm);
    }
    return steps;
  }

  private int longest(int step) {
    int longest = step;
    for (int j = step + 1; j < candidates; j++) {
      longest = left(columns[j], step) > left(columns[longest], step) ? j : longest;
    }
    return longest;
  }

  private static double left(double[] column, int step) {
    return ColumnArithmetic.norm(0, column, step, column.length);
  }

  private void swap(int one, int other) {
    double[] column = columns[one];
    columns[one] = columns[other];
    columns[other] = column;
    int index = order[one];
    order[one] = order[other];
    order[other] = index;
  }

  private void reflect(int step, double norm) {
    double[] v = columns[step].clone();
    double end = v[step] > 0 ? -norm : norm;
    double tau = (end - v[step]) / end;
    double divisor = v[step] - end;
    v[step] = divisor;
    for (int j = step; j < columns.length; j++) {
      double share = 0;
      for (int i = step; i < v.length; i++) {
        share += v[i] / divisor * columns[j][i];
      }
      for (int i = step; i < v.length; i++) {
        columns[j][i] -= tau * share * (v[i] / divisor);
      }
    }
    Arrays.fill(columns[step], step + 1, v.length, 0);
    columns[step][step] = end;
  }

  /** How many columns are independent of those before. */
  int rank() {
    return rank;
  }

  /** Which column of the matrix each column of R is. */
  int[] order() {
    return order.clone();
  }

  /** The columns of R, first to last as factorised, each with {@code rank} numbers. */
  double[][] triangle() {
    return Arrays.stream(columns).map(c -> Arrays.copyOf(c, rank)).toArray(double[][]::new);
  }
}
