package gdtrain.qr;

/**
 * The R of a QR factorisation of rows that come one after the other. Some rows at a time are
 * stacked under the R so far and eliminated by Householder reflections: as accurate as one
 * factorisation of all rows, one pass over memory, {@code 2 n d^2} operations.
 *
 * <p>Demmel, Grigori, Hoemmen and Langou 2012, "Communication-optimal parallel and sequential QR
 * and LU factorizations", section 4. The reflection of column j is {@code 1 - tau (e_j + v)(e_j +
 * v)'}, with v in the stacked rows; two are applied at once, as in Schreiber and Van Loan 1989, "A
 * storage-efficient WY representation", so that every other column is read half as often.
 */
public final class Elimination {
  /**
   * Numbers that wait, a share of the second-level cache: the more at a time, the less rounding
   * adds up in R.
   */
  private static final int WAITING = 32 * 1024;

  private static final int FEWEST_ROWS = 128;

  /** Sums of squares between 1 over this and this have neither overflowed nor vanished. */
  private static final double SAFE = 1e280;

  private final int width;

  /** R, column after column; what lies below the diagonal is 0. */
  private double[][] triangle;

  /** The rows that wait, column after column; then the v of each column. */
  private final double[][] rows;

  private final double[] tau;
  private int waiting;

  /** No rows yet. */
  public Elimination(int width) {
    this(new double[width][width]);
  }

  /** The rows of which this is the R, column after column; it goes on in it. */
  public Elimination(double[][] triangle) {
    this.width = triangle.length;
    this.triangle = triangle;
    this.rows = new double[width][Math.max(FEWEST_ROWS, WAITING / width)];
    this.tau = new double[width];
  }

  /** Takes a row times a factor. */
  public void add(double[] row, double factor) {
    for (int j = 0; j < width; j++) {
      rows[j][waiting] = factor * row[j];
    }
    waiting++;
    if (waiting == rows[0].length) {
      eliminate();
    }
  }

  /**
   * Takes rows that stand column after column.
   *
   * @param origin what is subtracted from each column
   */
  public void add(double[][] columns, double[] origin, int count) {
    for (int from = 0; from < count; ) {
      int taken = Math.min(count - from, rows[0].length - waiting);
      for (int j = 0; j < width; j++) {
        for (int i = 0; i < taken; i++) {
          rows[j][waiting + i] = columns[j][from + i] - origin[j];
        }
      }
      from += taken;
      waiting += taken;
      if (waiting == rows[0].length) {
        eliminate();
      }
    }
  }

  /** Takes all rows of which this is the R, column after column. */
  public void addTriangle(double[][] r) {
    add(r, new double[width], width);
  }

  /** The R of all rows taken, column after column. */
  public double[][] triangle() {
    eliminate();
    return triangle;
  }

  /** The R of all rows taken, which are then forgotten: the next row is the first again. */
  public double[][] take() {
    double[][] taken = triangle();
    triangle = new double[width][width];
    return taken;
  }

  private void eliminate() {
    for (int j = 0; j < width; j += 2) {
      reflection(j);
      if (j + 1 < width) {
        reflect(j, j + 1);
        reflection(j + 1);
        double shared = dot(rows[j], rows[j + 1], waiting);
        for (int k = j + 2; k < width; k++) {
          reflectTwice(j, k, shared);
        }
      }
    }
    waiting = 0;
  }

  /** Makes the reflection that leaves nothing of a column below the diagonal. */
  private void reflection(int j) {
    double head = triangle[j][j];
    double norm = norm(head, rows[j]);
    tau[j] = 0;
    if (norm != 0) {
      double end = head > 0 ? -norm : norm; // away from head, so that nothing cancels
      double[] v = rows[j];
      double divisor = head - end;
      for (int i = 0; i < waiting; i++) {
        v[i] /= divisor;
      }
      tau[j] = (end - head) / end;
      triangle[j][j] = end;
    }
  }

  private double norm(double head, double[] column) {
    double squares = head * head + dot(column, column, waiting);
    if (squares > 1 / SAFE && squares < SAFE) {
      return Math.sqrt(squares);
    }
    double norm = Math.abs(head);
    for (int i = 0; i < waiting; i++) {
      norm = column[i] == 0 ? norm : Math.hypot(norm, column[i]); // a level may be in no row
    }
    return norm;
  }

  /** Applies the reflection of column j to column k. */
  private void reflect(int j, int k) {
    double[] v = rows[j];
    double[] other = rows[k];
    double share = tau[j] * (triangle[k][j] + dot(v, other, waiting));
    triangle[k][j] -= share;
    for (int i = 0; i < waiting; i++) {
      other[i] -= share * v[i];
    }
  }

  /**
   * Applies the reflections of columns j and j + 1 to column k.
   *
   * @param shared the product of their two v
   */
  private void reflectTwice(int j, int k, double shared) {
    double[] v = rows[j];
    double[] w = rows[j + 1];
    double[] other = rows[k];
    // Sums of every other row: the processor adds up four of them at once.
    double v0 = 0;
    double v1 = 0;
    double w0 = 0;
    double w1 = 0;
    int i = 0;
    for (; i + 1 < waiting; i += 2) {
      v0 += v[i] * other[i];
      w0 += w[i] * other[i];
      v1 += v[i + 1] * other[i + 1];
      w1 += w[i + 1] * other[i + 1];
    }
    if (i < waiting) {
      v0 += v[i] * other[i];
      w0 += w[i] * other[i];
    }
    double first = tau[j] * (triangle[k][j] + v0 + v1);
    double second = tau[j + 1] * (triangle[k][j + 1] + w0 + w1 - first * shared);
    triangle[k][j] -= first;
    triangle[k][j + 1] -= second;
    for (i = 0; i < waiting; i++) {
      other[i] -= first * v[i] + second * w[i];
    }
  }

  private static double dot(double[] x, double[] y, int length) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < length; i += 2) {
      even += x[i] * y[i];
      odd += x[i + 1] * y[i + 1];
    }
    return (i < length ? even + x[i] * y[i] : even) + odd;
  }
}
