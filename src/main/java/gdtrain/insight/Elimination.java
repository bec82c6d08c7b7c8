package gdtrain.insight;

/**
 * The R of a QR factorisation of rows that come one after the other. Some rows at a time are
 * stacked under the R so far and eliminated by Householder reflections, column by column: as
 * accurate as one factorisation of all rows, one pass over memory, {@code 2 n d^2} operations.
 *
 * <p>Demmel, Grigori, Hoemmen and Langou 2012, "Communication-optimal parallel and sequential QR
 * and LU factorizations", section 4.
 */
final class Elimination {
  private static final int STACKED = 128;

  private final int width;

  /** R, column after column; what lies below the diagonal is 0. */
  private final double[][] triangle;

  /** The rows that wait, column after column. */
  private final double[][] rows;

  private int waiting;

  Elimination(int width) {
    this.width = width;
    this.triangle = new double[width][width];
    this.rows = new double[width][STACKED];
  }

  /** Takes a row times a factor. */
  void add(double[] row, double factor) {
    for (int j = 0; j < width; j++) {
      rows[j][waiting] = factor * row[j];
    }
    waiting++;
    if (waiting == STACKED) {
      eliminate();
    }
  }

  /** The R of all rows taken, column after column. */
  double[][] triangle() {
    eliminate();
    return triangle;
  }

  private void eliminate() {
    for (int j = 0; j < width; j++) {
      double head = triangle[j][j];
      double norm = Columns.norm(head, rows[j], 0, waiting);
      if (norm != 0) {
        double end = head > 0 ? -norm : norm; // away from head, so that nothing cancels
        reflect(j, head - end, (end - head) / end);
        triangle[j][j] = end;
      }
    }
    waiting = 0;
  }

  /** Reflects the columns after one, whose own reflection is {@code 1 - tau v v'}, v[0] = 1. */
  private void reflect(int column, double divisor, double tau) {
    double[] v = rows[column];
    for (int i = 0; i < waiting; i++) {
      v[i] /= divisor;
    }
    for (int k = column + 1; k < width; k++) {
      double[] other = rows[k];
      double share = triangle[k][column];
      for (int i = 0; i < waiting; i++) {
        share += v[i] * other[i];
      }
      share *= tau;
      triangle[k][column] -= share;
      for (int i = 0; i < waiting; i++) {
        other[i] -= share * v[i];
      }
    }
  }
}
