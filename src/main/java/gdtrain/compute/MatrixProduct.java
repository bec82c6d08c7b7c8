package gdtrain.compute;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemv;

import org.bytedeco.javacpp.DoublePointer;

/**
 * {@code c = alpha a b + beta c} by the routine of BLAS that fits, called without a detour. ND4J's
 * own op takes a microsecond before it does the same, which is as long as a small product takes,
 * and it never takes the routine for vectors, which needs less than half the time.
 *
 * @param a shape (n, m)
 * @param b shape (m, k)
 * @param c shape (n, k)
 */
record MatrixProduct(double alpha, Operand a, Operand b, double beta, Operand c) {
  /**
   * The least numbers in a for which the routine for vectors is taken. The one for matrices adds up
   * every number of c in the same way, so that inputs that are equal have slopes that are equal to
   * the last digit; in small tables descent sees to the end whether they are.
   */
  private static final int LARGE = 1 << 14;

  /** A matrix, and where its first number is in memory. */
  record Operand(Matrix matrix, DoublePointer memory) {
    static Operand of(Matrix matrix) {
      DoublePointer all = (DoublePointer) matrix.memory().array().data().pointer();
      return new Operand(matrix, all.getPointer(matrix.from()));
    }

    Operand transposed() {
      return new Operand(matrix.transposed(), memory);
    }

    int rows() {
      return matrix.rows();
    }

    int columns() {
      return matrix.columns();
    }

    boolean byRow() {
      return matrix.byRow();
    }

    int stride() {
      return matrix.stride();
    }

    /** How far apart the numbers of a single column are. */
    int step() {
      return byRow() ? stride() : 1;
    }

    /** The constant by which BLAS, which expects column after column, reads it. */
    int reading() {
      return byRow() ? CblasTrans : CblasNoTrans;
    }
  }

  static MatrixProduct of(double alpha, Matrix a, Matrix b, double beta, Matrix c) {
    return new MatrixProduct(alpha, Operand.of(a), Operand.of(b), beta, Operand.of(c));
  }

  /** Prepares it. */
  Kernel kernel() {
    if (c.columns() == 1 && (long) a.rows() * a.columns() >= LARGE) {
      return new Kernel(this::multiplyVector);
    }
    return c.byRow() ? transposed().kernel() : new Kernel(this::multiplyMatrices);
  }

  /** {@code c' = alpha b' a' + beta c'}. */
  private MatrixProduct transposed() {
    return new MatrixProduct(alpha, b.transposed(), a.transposed(), beta, c.transposed());
  }

  private void multiplyVector() {
    cblas_dgemv(
        CblasColMajor,
        a.reading(),
        a.byRow() ? a.columns() : a.rows(),
        a.byRow() ? a.rows() : a.columns(),
        alpha,
        a.memory(),
        a.stride(),
        b.memory(),
        b.step(),
        beta,
        c.memory(),
        c.step());
  }

  private void multiplyMatrices() {
    cblas_dgemm(
        CblasColMajor,
        a.reading(),
        b.reading(),
        c.rows(),
        c.columns(),
        a.columns(),
        alpha,
        a.memory(),
        a.stride(),
        b.memory(),
        b.stride(),
        beta,
        c.memory(),
        c.stride());
  }
}
