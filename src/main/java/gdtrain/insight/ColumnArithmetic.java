package gdtrain.insight;

import java.util.Arrays;

/** Arithmetic on small matrices of plain doubles, column after column. */
final class ColumnArithmetic {
  private ColumnArithmetic() {}

  /** The norm of a number and a part of a column; squares neither overflow nor vanish. */
  static double norm(double first, double[] column, int from, int to) {
    double largest = Math.abs(first);
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(column[i]));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double squares = first / largest * (first / largest);
    for (int i = from; i < to; i++) {
      double share = column[i] / largest;
      squares += share * share;
    }
    return largest * Math.sqrt(squares);
  }

  /** The norm of every column. */
  static double[] norms(double[][] columns) {
    return Arrays.stream(columns).mapToDouble(c -> norm(0, c, 0, c.length)).toArray();
  }

  /** Each column divided by its own divisor, or unchanged where that is 0. */
  static double[][] divided(double[][] columns, double[] divisors) {
    double[][] divided = new double[columns.length][];
    Arrays.setAll(divided, j -> scaled(columns[j], divisors[j] == 0 ? 1 : 1 / divisors[j]));
    return divided;
  }

  /** A column times a factor. */
  static double[] scaled(double[] column, double factor) {
    return Arrays.stream(column).map(value -> factor * value).toArray();
  }

  /** {@code sum_j x[j] columns[j]}. */
  static double[] times(double[][] columns, double[] x) {
    double[] sum = new double[columns[0].length];
    for (int j = 0; j < x.length; j++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += x[j] * columns[j][i];
      }
    }
    return sum;
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
