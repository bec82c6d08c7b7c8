package gdtrain.compute;

import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Arithmetic on flat vectors. Sums run from the first element to the last, and NaN and infinity
 * propagate.
 */
public final class Vectors {
  private Vectors() {}

  /** {@code sum x[i] y[i]}. */
  public static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** {@code sum weights[i] values[i]}, in the order in which BLAS adds it up. */
  public static double weightedSum(double[] weights, double[] values) {
    return openblas_nolapack.cblas_ddot(weights.length, weights, 1, values, 1);
  }

  /** {@code sqrt(sum x[i]^2)}; where the squares overflow or vanish, they are scaled first. */
  public static double norm(double[] x) {
    double squares = dot(x, x);
    if (squares > 1e-280 && squares < Double.POSITIVE_INFINITY) {
      return Math.sqrt(squares);
    }
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (double value : x) {
      sum += value / largest * (value / largest);
    }
    return largest * Math.sqrt(sum);
  }

  /** {@code y = y + alpha x}. */
  public static void add(double alpha, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] += alpha * x[i];
    }
  }

  /** {@code x = alpha x}. */
  public static void scale(double alpha, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= alpha;
    }
  }

  /** {@code z = x - y}. */
  public static void subtract(double[] x, double[] y, double[] z) {
    for (int i = 0; i < x.length; i++) {
      z[i] = x[i] - y[i];
    }
  }

  /** {@code y = x}. */
  public static void copy(double[] x, double[] y) {
    System.arraycopy(x, 0, y, 0, x.length);
  }
}
