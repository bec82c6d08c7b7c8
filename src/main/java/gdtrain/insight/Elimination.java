package gdtrain.insight;

import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;

/**
 * The R of a QR factorisation of rows that come one after the other. Some rows at a time are
 * stacked under the R so far and eliminated by Householder reflections, column by column: as
 * accurate as one factorisation of all rows, one pass over memory, {@code 2 n d^2} operations.
 *
 * <p>Demmel, Grigori, Hoemmen and Langou 2012, "Communication-optimal parallel and sequential QR
 * and LU factorizations", section 4.
 */
final class Elimination {
  /**
   * Numbers that wait, a share of the second-level cache: the more at a time, the less rounding
   * adds up in R.
   */
  private static final int WAITING = 32 * 1024;

  private static final int FEWEST_ROWS = 128;

  private final int width;

  /** R, column after column; what lies below the diagonal is 0. */
  private final double[][] triangle;

  /** The rows that wait, column after column. */
  private final double[][] rows;

  private int waiting;

  Elimination(int width) {
    this.width = width;
    this.triangle = new double[width][width];
    this.rows = new double[width][Math.max(FEWEST_ROWS, WAITING / width)];
  }

  /**
   * Takes the rows {@code sqrt(weight / total weight) [1 x y]} of a dataset, y only if there is one
   * target.
   *
   * @param features how many of the inputs, from the first
   */
  static Elimination of(Dataset data, int features) {
    boolean oneTarget = data.blocks().get(0).targets().columns() == 1;
    double[] row = new double[1 + features + (oneTarget ? 1 : 0)];
    row[0] = 1;
    Elimination elimination = new Elimination(row.length);
    for (Block block : data.blocks()) {
      double[] inputs = block.inputs().data().asDouble();
      double[] targets = block.targets().data().asDouble();
      double[] weights = block.weights().data().asDouble();
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > 0) {
          System.arraycopy(inputs, i * block.inputs().columns(), row, 1, features);
          System.arraycopy(targets, oneTarget ? i : 0, row, 1 + features, oneTarget ? 1 : 0);
          elimination.add(row, Math.sqrt(weights[i] / data.totalWeight()));
        }
      }
    }
    return elimination;
  }

  /** Takes a row times a factor. */
  void add(double[] row, double factor) {
    for (int j = 0; j < width; j++) {
      rows[j][waiting] = factor * row[j];
    }
    waiting++;
    if (waiting == rows[0].length) {
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
