package gdtrain.run.selection;

/** Solves linear systems of a symmetric positive definite matrix by {@code A = L L'}. */
final class Cholesky {
  /** Of a pivot over its diagonal: what is less is rounding. */
  private static final double SINGULAR = 1e-13;

  private Cholesky() {}

  /**
   * Solves {@code A x = b} in place.
   *
   * @param a the matrix, of which the lower half is read; receives L
   * @param b receives x
   * @return whether the matrix is positive definite, beyond rounding; if not, b is not the solution
   */
  static boolean solve(double[][] a, double[] b) {
    int size = b.length;
    for (int i = 0; i < size; i++) {
      double diagonal = a[i][i];
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = j < i ? sum / a[j][j] : sum;
      }
      if (!(a[i][i] > SINGULAR * diagonal)) {
        return false;
      }
      a[i][i] = Math.sqrt(a[i][i]);
    }
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        b[i] -= a[i][k] * b[k];
      }
      b[i] /= a[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        b[i] -= a[k][i] * b[k];
      }
      b[i] /= a[i][i];
    }
    return true;
  }
}
