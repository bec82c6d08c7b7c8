package gdtrain.qr;

import java.util.Arrays;

/** Factorises a symmetric positive definite matrix, {@code A = L L'}. */
public final class Cholesky {
  /** Of a pivot over its diagonal: what is less is rounding. */
  private static final double SINGULAR = 1e-13;

  private Cholesky() {}

  /**
   * Factorises in place.
   *
   * @param a the matrix, of which the lower half is read; receives L there, NaN in it where the
   *     matrix is not positive definite
   * @return whether it is, beyond rounding
   */
  public static boolean factor(double[][] a) {
    boolean definite = true;
    for (int i = 0; i < a.length; i++) {
      double diagonal = a[i][i];
      for (int j = 0; j <= i; j++) {
        double rest = a[i][j];
        for (int k = 0; k < j; k++) {
          rest -= a[i][k] * a[j][k];
        }
        a[i][j] = j < i ? rest / a[j][j] : rest;
      }
      definite &= a[i][i] > SINGULAR * diagonal;
      a[i][i] = Math.sqrt(a[i][i]);
      Arrays.fill(a[i], i + 1, a.length, 0);
    }
    return definite;
  }

  /**
   * Solves {@code A x = b} in place.
   *
   * @param a the matrix, as for {@link #factor}
   * @param b receives x
   * @return whether the matrix is positive definite, beyond rounding; if not, b stays as it is
   */
  public static boolean solve(double[][] a, double[] b) {
    if (!factor(a)) {
      return false;
    }
    for (int i = 0; i < b.length; i++) {
      for (int k = 0; k < i; k++) {
        b[i] -= a[i][k] * b[k];
      }
      b[i] /= a[i][i];
    }
    for (int i = b.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < b.length; k++) {
        b[i] -= a[k][i] * b[k];
      }
      b[i] /= a[i][i];
    }
    return true;
  }
}
