package gdtrain.insight;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The eigenvalues of A'A, found without forming it.
 *
 * <p>Each comes with a high relative accuracy, the smallest as well, even where the columns of A
 * are of very different size: rows of A's triangle are rotated until they are orthogonal (Hestenes
 * 1958); their lengths are then the singular values (Demmel and Veselic 1992, "Jacobi's method is
 * more accurate than QR"; with pivoting before as in Drmac and Veselic 2008, "New fast and accurate
 * Jacobi SVD algorithm"). The relative error is the rounding error times the condition of A with
 * columns of length 1.
 *
 * @param eigenvalues those above rounding, largest first
 * @param flat how many more there are, which are 0: directions in which nothing changes, since
 *     columns depend on others
 */
public record Spectrum(List<Double> eigenvalues, int flat) {
  /**
   * A column of length 1 of which no more than this is independent of others counts as dependent.
   */
  static final double FLAT = 1e-12;

  private static final double ORTHOGONAL = 1e-15;
  private static final int MOST_SWEEPS = 60;

  /** Copies the list. */
  public Spectrum {
    eigenvalues = List.copyOf(eigenvalues);
  }

  /**
   * The spectrum of A'A.
   *
   * @param columns of A
   */
  static Spectrum of(double[][] columns) {
    List<Double> eigenvalues =
        modes(columns, new double[columns[0].length]).stream().map(Mode::eigenvalue).toList();
    return new Spectrum(eigenvalues, columns.length - eigenvalues.size());
  }

  /**
   * A direction of A'A.
   *
   * @param eigenvalue above rounding
   * @param height the square of a vector's part along A times the direction
   */
  record Mode(double eigenvalue, double height) {}

  /**
   * The directions of A'A, the largest eigenvalue first, and a vector's parts along them.
   *
   * @param columns of A
   * @param vector as long as they are
   */
  static List<Mode> modes(double[][] columns, double[] vector) {
    double[][] graded = gradedRows(columns, vector);
    double[] parts = graded[graded.length - 1];
    double[][] rows = Arrays.copyOf(graded, graded.length - 1);
    for (int sweep = 0; sweep < MOST_SWEEPS && rotate(rows, parts); sweep++) {
      // until all rows are orthogonal
    }
    return IntStream.range(0, rows.length)
        .mapToObj(i -> mode(rows[i], parts[i]))
        .sorted(Comparator.comparing(Mode::eigenvalue).reversed())
        .toList();
  }

  private static Mode mode(double[] row, double part) {
    double length = ColumnArithmetic.norm(0, row, 0, row.length);
    return new Mode(length * length, part * part);
  }

  /** The largest; 0 if all are flat. */
  double largest() {
    return eigenvalues.isEmpty() ? 0 : eigenvalues.get(0);
  }

  /** The smallest that is not flat; 0 if all are. */
  double smallest() {
    return eigenvalues.isEmpty() ? 0 : eigenvalues.get(eigenvalues.size() - 1);
  }

  /**
   * The rows of A's triangle: the rank is told with columns of length 1, so that small columns are
   * not taken for flat, and the rows are then ordered by their own length. Last comes the vector,
   * reflected with them.
   */
  private static double[][] gradedRows(double[][] columns, double[] vector) {
    int width = columns.length;
    double[] lengths = ColumnArithmetic.norms(columns);
    double[][] system = Arrays.copyOf(ColumnArithmetic.divided(columns, lengths), width + 1);
    system[width] = vector;
    PivotedQr ranked = new PivotedQr(system, width, FLAT);
    if (ranked.rank() == 0) {
      return new double[1][0];
    }
    double[][] independent = ranked.triangle();
    int[] order = ranked.order();
    for (int j = 0; j < width; j++) {
      independent[j] = ColumnArithmetic.scaled(independent[j], lengths[order[j]]);
    }
    double[][] graded = new PivotedQr(independent, width, 0).triangle();
    int rank = graded[0].length;
    double[][] rows = new double[rank + 1][width];
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j < width; j++) {
        rows[i][j] = graded[j][i];
      }
    }
    rows[rank] = graded[width];
    return rows;
  }

  /**
   * Makes every pair of rows orthogonal in turn; returns whether one was not.
   *
   * @param parts of a vector along the rows, rotated with them
   */
  private static boolean rotate(double[][] rows, double[] parts) {
    boolean rotated = false;
    for (int p = 0; p < rows.length; p++) {
      for (int q = p + 1; q < rows.length; q++) {
        double a = ColumnArithmetic.dot(rows[p], rows[p]);
        double b = ColumnArithmetic.dot(rows[q], rows[q]);
        double c = ColumnArithmetic.dot(rows[p], rows[q]);
        if (Math.abs(c) > rows.length * ORTHOGONAL * Math.sqrt(a) * Math.sqrt(b)) {
          double[] both = {parts[p], parts[q]};
          rotate(rows[p], rows[q], both, (b - a) / (2 * c));
          parts[p] = both[0];
          parts[q] = both[1];
          rotated = true;
        }
      }
    }
    return rotated;
  }

  /** Rotates two rows by the angle whose cotangent of its double is {@code zeta}. */
  private static void rotate(double[] p, double[] q, double[] parts, double zeta) {
    double tangent = Math.copySign(1 / (Math.abs(zeta) + Math.hypot(1, zeta)), zeta);
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    double sine = cosine * tangent;
    for (int i = 0; i < p.length; i++) {
      double before = p[i];
      p[i] = cosine * before - sine * q[i];
      q[i] = sine * before + cosine * q[i];
    }
    double before = parts[0];
    parts[0] = cosine * before - sine * parts[1];
    parts[1] = sine * before + cosine * parts[1];
  }
}
