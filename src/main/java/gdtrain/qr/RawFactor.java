package gdtrain.qr;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The R of a QR factorisation of {@code [1, X - origin]}, where X are the columns of a table, and
 * the origin lies among the values of each: no digits are lost where values differ by little beside
 * their size. From it follows the R of some of the columns, in any units.
 */
public final class RawFactor {
  private final double[][] triangle;
  private final double[] origin;

  /**
   * An R that is not written to any more.
   *
   * @param triangle R, column after column, the constant first
   * @param origin what was subtracted from each column; 0 for the constant
   */
  public RawFactor(double[][] triangle, double[] origin) {
    this.triangle = triangle;
    this.origin = origin;
  }

  /**
   * R of the constant and some of the columns.
   *
   * @param columns which, in which order, from 0
   */
  public RawFactor of(int... columns) {
    int[] chosen =
        IntStream.concat(IntStream.of(0), IntStream.of(columns).map(j -> j + 1)).toArray();
    if (Arrays.equals(chosen, IntStream.range(0, triangle.length).toArray())) {
      return this;
    }
    double[][] rows = IntStream.of(chosen).mapToObj(j -> triangle[j]).toArray(double[][]::new);
    Elimination elimination = new Elimination(chosen.length);
    elimination.add(rows, new double[chosen.length], triangle.length);
    double[] origins = IntStream.of(chosen).mapToDouble(j -> origin[j]).toArray();
    return new RawFactor(elimination.triangle(), origins);
  }

  /**
   * R of {@code [1, (X - centers) / scales]}, column after column. What is added to a column is a
   * multiple of the constant, of which R has the first row only.
   */
  public double[][] scaled(double[] centers, double[] scales) {
    double[][] scaled = new double[triangle.length][];
    scaled[0] = triangle[0].clone();
    for (int j = 1; j < scaled.length; j++) {
      double[] column = triangle[j].clone();
      column[0] += (origin[j] - centers[j - 1]) * triangle[0][0];
      for (int i = 0; i < column.length; i++) {
        column[i] /= scales[j - 1];
      }
      scaled[j] = column;
    }
    return scaled;
  }
}
