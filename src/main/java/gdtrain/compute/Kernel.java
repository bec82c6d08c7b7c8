package gdtrain.compute;

import java.lang.ref.Reference;
import java.util.Arrays;

/**
 * One op bound to its matrices: prepared once, run many times. What acts on single numbers is a
 * {@link Loop}.
 *
 * <p>It keeps the memory it was given, so matrices are updated in place and never replaced. A
 * kernel is run by one thread at a time. Shapes are checked here, because native errors go to
 * standard output.
 */
public final class Kernel {
  private final Runnable op;

  Kernel(Runnable op) {
    this.op = op;
  }

  /** Runs the op on what its matrices hold now. */
  public void run() {
    try {
      op.run();
    } finally {
      Reference.reachabilityFence(this); // its matrices: native code has only addresses
    }
  }

  /** {@code c = a b}, shapes (n, m) (m, k) (n, k). */
  public static Kernel multiply(Matrix a, Matrix b, Matrix c) {
    return product(1, a, b, 0, c);
  }

  /** {@code c = a b'}, shapes (n, m) (k, m) (n, k): b' is the transpose of b. */
  public static Kernel multiplyByTransposed(Matrix a, Matrix b, Matrix c) {
    return product(1, a, b.transposed(), 0, c);
  }

  /**
   * {@code c = alpha a' b + beta c}, shapes (n, m) (n, k) (m, k): a' is the transpose of a. With
   * beta 0 it does not matter what c holds before.
   */
  public static Kernel multiplyTransposed(double alpha, Matrix a, Matrix b, double beta, Matrix c) {
    return product(alpha, a.transposed(), b, beta, c);
  }

  private static Kernel product(double alpha, Matrix a, Matrix b, double beta, Matrix c) {
    require(a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(), a, b, c);
    return c.memory().device().product(alpha, a, b, beta, c);
  }

  /** One kernel after the other. */
  public static Kernel sequence(Kernel... steps) {
    return new Kernel(
        () -> {
          for (Kernel step : steps) {
            step.run();
          }
        });
  }

  /** {@code b = a}, whole matrices of one shape and order, as numbers of b's type. */
  public static Kernel copy(Matrix a, Matrix b) {
    require(a.isLike(b), a, b);
    return b.memory().device().copy(a, b);
  }

  /** {@link Matrix#upload} as a step between others. */
  public static Kernel upload(Matrix matrix) {
    return new Kernel(matrix::upload);
  }

  /** {@link Matrix#download} as a step between others. */
  public static Kernel download(Matrix matrix) {
    return new Kernel(matrix::download);
  }

  static void require(boolean fits, Matrix... matrices) {
    if (!fits) {
      throw new IllegalArgumentException("Shapes do not fit: " + Arrays.asList(matrices));
    }
  }
}
