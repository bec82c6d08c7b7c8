package gdtrain.insight.inference;

import gdtrain.compute.Vectors;
import gdtrain.loss.Likelihood;
import gdtrain.qr.Cholesky;
import gdtrain.qr.Elimination;
import java.util.Arrays;

/**
 * The Fisher information of the free parameters, over the dispersion, as an upper triangle R with
 * {@code R'R} = information. Of one output R is the factor of the rows {@code sqrt(weight v) x};
 * nothing is squared to get it. Parameters go output by output, the intercept first if there is
 * one; units are those of the scaled inputs.
 */
public final class Information {
  /** Column after column. */
  private final double[][] root;

  private Information(double[][] root) {
    this.root = root;
  }

  /** That of rows at their point. */
  static Information of(LinearRows rows, Response response) {
    if (response.likelihood() == Likelihood.MULTINOMIAL) {
      double[][] root = ofClasses(rows);
      Cholesky.factor(root); // the rows of L are the columns of R
      return new Information(root);
    }
    Elimination elimination = new Elimination(rows.inputs());
    rows.forEach(
        row ->
            elimination.add(
                row.inputs(), Math.sqrt(row.weight() * response.information(row.raw()[0]))));
    return new Information(elimination.triangle());
  }

  /**
   * The lower half of the sum of weight (diag p - pp') times xx' over the classes but the first.
   */
  private static double[][] ofClasses(LinearRows rows) {
    int width = rows.inputs();
    int free = rows.outputs() - 1;
    double[][] sum = new double[free * width][free * width];
    double[][] outer = new double[width][width];
    rows.forEach(
        row -> {
          double[] p = Response.probabilities(row.raw());
          double[] x = row.inputs();
          for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
              outer[i][j] = row.weight() * x[i] * x[j];
            }
          }
          for (int k = 0; k < free; k++) {
            for (int l = k; l < free; l++) {
              double share = k == l ? p[k + 1] * (1 - p[k + 1]) : -p[k + 1] * p[l + 1];
              add(share, outer, sum, k * width, l * width);
            }
          }
        });
    return sum;
  }

  private static void add(double factor, double[][] block, double[][] sum, int at, int to) {
    for (int i = 0; i < block.length; i++) {
      for (int j = 0; j < block.length; j++) {
        sum[to + j][at + i] += factor * block[i][j];
      }
    }
  }

  /** How many free parameters there are. */
  public int size() {
    return root.length;
  }

  /**
   * Solves {@code R'z = t}: the variance of {@code t'parameters} is the dispersion times {@code
   * z'z}.
   */
  public double[] solve(double[] t) {
    double[] z = new double[root.length];
    for (int i = 0; i < z.length; i++) {
      double[] column = root[i];
      double rest = t[i];
      for (int k = 0; k < i; k++) {
        rest -= column[k] * z[k];
      }
      z[i] = rest == 0 ? 0 : rest / column[i];
    }
    return z;
  }

  /**
   * {@code x' information^-1 x} of an input with one output.
   *
   * @param inputs in the order of a dataset
   * @param intercept whether the last one is the constant 1
   */
  public double leverage(double[] inputs, boolean intercept) {
    double[] t = inputs.clone();
    if (intercept) {
      System.arraycopy(inputs, 0, t, 1, inputs.length - 1);
      t[0] = inputs[inputs.length - 1];
    }
    return square(solve(t));
  }

  /** The sum of squares of numbers. */
  static double square(double[] z) {
    return Vectors.dot(z, z);
  }

  /** The sum of squares of an input's column about its mean, where the constant comes first. */
  double spread(int column) {
    return square(Arrays.copyOfRange(root[column], 1, root.length));
  }

  /** The columns of R as far as they go, first to last. */
  public double[][] columns() {
    double[][] columns = new double[root.length][];
    Arrays.setAll(columns, j -> Arrays.copyOf(root[j], j + 1));
    return columns;
  }

  /** The information that has given {@link #columns}. */
  public static Information of(double[][] columns) {
    double[][] root = new double[columns.length][];
    Arrays.setAll(root, j -> Arrays.copyOf(columns[j], columns.length));
    return new Information(root);
  }
}
