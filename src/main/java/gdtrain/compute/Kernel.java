package gdtrain.compute;

import gdtrain.compute.Product.Operand;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * One op bound to its ND4J arrays: prepared once, run many times. {@link Pointwise} has the
 * functions of single numbers.
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
      Reference.reachabilityFence(this); // its context and arrays: native code has only addresses
    }
  }

  /** {@code c = a b}, shapes (n, m) (m, k) (n, k). */
  public static Kernel multiply(INDArray a, INDArray b, INDArray c) {
    require(a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(), a, b, c);
    return new Product(1, Operand.of(a), Operand.of(b), 0, Operand.of(c)).kernel();
  }

  /** {@code c = a b'}, shapes (n, m) (k, m) (n, k): b' is the transpose of b. */
  public static Kernel multiplyByTransposed(INDArray a, INDArray b, INDArray c) {
    require(a.columns() == b.columns() && a.rows() == c.rows() && b.rows() == c.columns(), a, b, c);
    return new Product(1, Operand.of(a), Operand.of(b).transposed(), 0, Operand.of(c)).kernel();
  }

  /**
   * {@code c = alpha a' b + beta c}, shapes (n, m) (n, k) (m, k): a' is the transpose of a. With
   * beta 0 it does not matter what c holds before.
   */
  public static Kernel multiplyTransposed(
      double alpha, INDArray a, INDArray b, double beta, INDArray c) {
    require(a.rows() == b.rows() && a.columns() == c.rows() && b.columns() == c.columns(), a, b, c);
    return new Product(alpha, Operand.of(a).transposed(), Operand.of(b), beta, Operand.of(c))
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

  /** {@code c = a + b}; b as in {@link #subtract}. */
  public static Kernel plus(INDArray a, INDArray b, INDArray c) {
    return elementwise("add", a, b, c);
  }

  /** {@code c = a - b}; b has the shape of a, or is one column (rows, 1) for all columns of a. */
  public static Kernel subtract(INDArray a, INDArray b, INDArray c) {
    return elementwise("subtract", a, b, c);
  }

  /** {@code c = a * b}, element by element; b as in {@link #subtract}. */
  public static Kernel times(INDArray a, INDArray b, INDArray c) {
    return elementwise("multiply", a, b, c);
  }

  /** {@code c = a / b}, element by element; b as in {@link #subtract}. */
  public static Kernel divide(INDArray a, INDArray b, INDArray c) {
    return elementwise("divide", a, b, c);
  }

  private static Kernel elementwise(String name, INDArray a, INDArray b, INDArray c) {
    boolean oneColumn = b.columns() == 1;
    require(a.rows() == b.rows() && (oneColumn || a.columns() == b.columns()), a, b, c);
    require(a.rows() == c.rows() && a.columns() == c.columns(), a, b, c);
    return custom(name, List.of(a, b), c, context -> {});
  }

  /** {@code b[i] = max_j a[i][j]}, shapes (n, m) (n, 1); NaN is passed over. */
  public static Kernel rowMaxima(INDArray a, INDArray b) {
    return reduceRows("reduce_max", a, b);
  }

  /** {@code b[i] = sum_j a[i][j]}, shapes (n, m) (n, 1). */
  public static Kernel rowSums(INDArray a, INDArray b) {
    return reduceRows("reduce_sum", a, b);
  }

  private static Kernel reduceRows(String name, INDArray a, INDArray b) {
    require(a.rows() == b.rows() && b.columns() == 1, a, b);
    return custom(
        name,
        List.of(a),
        b,
        context -> {
          context.setTArguments(1); // keep the reduced dimension, so that b stays (n, 1)
          context.setIArguments(1);
        });
  }

  private static Kernel custom(
      String name, List<INDArray> inputs, INDArray output, Consumer<OpContext> arguments) {
    INDArray[] arrays = inputs.toArray(INDArray[]::new);
    DynamicCustomOp op = DynamicCustomOp.builder(name).addInputs(arrays).addOutputs(output).build();
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(arrays);
    context.setOutputArrays(output);
    arguments.accept(context);
    return new Kernel(() -> execute(op, context));
  }

  /** As the executioner does it, without what that notes down about each call. */
  private static void execute(DynamicCustomOp op, OpContext context) {
    NativeOps library = NativeOpsHolder.getInstance().getDeviceNativeOps();
    if (library.execCustomOp2(null, op.opHash(), context.contextPointer()) != 0) {
      throw new IllegalStateException(op.opName() + ": " + library.lastErrorMessage());
    }
  }

  static void require(boolean fits, INDArray... arrays) {
    if (!fits) {
      throw new IllegalArgumentException(
          "Shapes do not fit: "
              + Arrays.stream(arrays).map(a -> Arrays.toString(a.shape())).toList());
    }
  }
}
