package gdtrain.compute;

import gdtrain.compute.MatrixProduct.Operand;
import java.lang.ref.Reference;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One op bound to its ND4J arrays: prepared once, run many times. What acts on single numbers is a
 * {@link Loop}.
 *
 * <p>It keeps the buffers it was given, so arrays are updated in place and never replaced. A kernel
 * is run by one thread at a time. Shapes are checked here, because native errors go to standard
 * output.
 */
public final class Kernel {
  private final Runnable op;

  Kernel(Runnable op) {
    this.op = op;
  }

  /** Runs the op on what its arrays hold now. */
  public void run() {
    try {
      op.run();
    } finally {
      Reference.reachabilityFence(this); // its arrays: native code has only addresses
    }
  }

  /** {@code c = a b}, shapes (n, m) (m, k) (n, k). */
  public static Kernel multiply(INDArray a, INDArray b, INDArray c) {
    require(a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(), a, b, c);
    return new MatrixProduct(1, Operand.of(a), Operand.of(b), 0, Operand.of(c)).kernel();
  }

  /** {@code c = a b'}, shapes (n, m) (k, m) (n, k): b' is the transpose of b. */
  public static Kernel multiplyByTransposed(INDArray a, INDArray b, INDArray c) {
    require(a.columns() == b.columns() && a.rows() == c.rows() && b.rows() == c.columns(), a, b, c);
    return new MatrixProduct(1, Operand.of(a), Operand.of(b).transposed(), 0, Operand.of(c))
        .kernel();
  }

  /**
   * {@code c = alpha a' b + beta c}, shapes (n, m) (n, k) (m, k): a' is the transpose of a. With
   * beta 0 it does not matter what c holds before.
   */
  public static Kernel multiplyTransposed(
      double alpha, INDArray a, INDArray b, double beta, INDArray c) {
    require(a.rows() == b.rows() && a.columns() == c.rows() && b.columns() == c.columns(), a, b, c);
    return new MatrixProduct(alpha, Operand.of(a).transposed(), Operand.of(b), beta, Operand.of(c))
        .kernel();
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

  /** {@code b = a}, shapes alike, as numbers of b's type. */
  public static Kernel copy(INDArray a, INDArray b) {
    require(Arrays.equals(a.shape(), b.shape()), a, b);
    Assign assign = new Assign(a, b);
    return new Kernel(() -> Nd4j.getExecutioner().exec(assign));
  }

  static void require(boolean fits, INDArray... arrays) {
    if (!fits) {
      throw new IllegalArgumentException(
          "Shapes do not fit: "
              + Arrays.stream(arrays).map(a -> Arrays.toString(a.shape())).toList());
    }
  }
}
