package gdtrain.compute;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erfc;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One ND4J op bound to its arrays: prepared once, run many times.
 *
 * <p>It keeps the buffers it was given, so arrays are updated in place and never replaced. A kernel
 * is run by one thread at a time. Shapes are checked here, because native errors go to standard
 * output.
 */
public final class Kernel {
  private final Runnable op;

  private Kernel(Runnable op) {
    this.op = op;
  }

  /** Runs the op on what its arrays hold now. */
  public void run() {
    op.run();
  }

  /** {@code c = a b}, shapes (n, m) (m, k) (n, k). */
  public static Kernel multiply(INDArray a, INDArray b, INDArray c) {
    require(a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(), a, b, c);
    return multiply(a, b, c, 0, 0, 1, 0);
  }

  /** {@code c = a b'}, shapes (n, m) (k, m) (n, k): b' is the transpose of b. */
  public static Kernel multiplyByTransposed(INDArray a, INDArray b, INDArray c) {
    require(a.columns() == b.columns() && a.rows() == c.rows() && b.rows() == c.columns(), a, b, c);
    return multiply(a, b, c, 0, 1, 1, 0);
  }

  /**
   * {@code c = alpha a' b + beta c}, shapes (n, m) (n, k) (m, k): a' is the transpose of a. With
   * beta 0 it does not matter what c holds before.
   */
  public static Kernel multiplyTransposed(
      double alpha, INDArray a, INDArray b, double beta, INDArray c) {
    require(a.rows() == b.rows() && a.columns() == c.rows() && b.columns() == c.columns(), a, b, c);
    return multiply(a, b, c, 1, 0, alpha, beta);
  }

  private static Kernel multiply(
      INDArray a,
      INDArray b,
      INDArray c,
      long transposeA,
      long transposeB,
      double alpha,
      double beta) {
    return custom(
        "matmul",
        List.of(a, b),
        c,
        context -> {
          context.setTArguments(alpha, beta);
          context.setIArguments(transposeA, transposeB, 0);
        });
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

  /** {@code b = exp(a)}. */
  public static Kernel exp(INDArray a, INDArray b) {
    return map(new Exp(a, b));
  }

  /** {@code b = log a}. */
  public static Kernel log(INDArray a, INDArray b) {
    return map(new Log(a, b));
  }

  /**
   * {@code b = log(1 + a)} for a of at least 0, exact for small a.
   *
   * <p>ND4J's own op gives 0 for every a below 1e-16, because it rounds 1 + a first. Here u is that
   * rounded sum, and what rounding took from a comes back: {@code log u + (a - (u - 1)) / u}.
   */
  public static Kernel log1p(INDArray a, INDArray b) {
    require(Arrays.equals(a.shape(), b.shape()), a, b);
    INDArray u = Vectors.like(a);
    INDArray lost = Vectors.like(a);
    return sequence(
        plusNumber(a, 1, u),
        plusNumber(u, -1, lost),
        subtract(a, lost, lost),
        divide(lost, u, lost),
        log(u, u),
        plus(u, lost, b));
  }

  /** {@code b = a + number}. */
  public static Kernel plusNumber(INDArray a, double number, INDArray b) {
    return map(new ScalarAdd(a, null, b, number));
  }

  /** {@code b = a * number}. */
  public static Kernel timesNumber(INDArray a, double number, INDArray b) {
    return map(new ScalarMultiplication(a, null, b, number));
  }

  /** {@code b = a^exponent} for a of at least 0; {@code 0^0} is 1. */
  public static Kernel power(INDArray a, double exponent, INDArray b) {
    return map(new Pow(a, b, exponent));
  }

  /** {@code b = max(lowest, min(a, highest))}; what becomes of NaN is not said. */
  public static Kernel clip(INDArray a, double lowest, double highest, INDArray b) {
    return sequence(
        map(new ScalarMin(a, null, b, highest)), map(new ScalarMax(b, null, b, lowest)));
  }

  /** {@code b = -1, 0 or 1}, the sign of a. */
  public static Kernel sign(INDArray a, INDArray b) {
    return map(new Sign(a, b));
  }

  /** {@code b = |a|}. */
  public static Kernel abs(INDArray a, INDArray b) {
    return map(new Abs(a, b));
  }

  /** {@code b = 1 / (1 + exp(-a))}. */
  public static Kernel sigmoid(INDArray a, INDArray b) {
    return map(new Sigmoid(a, b));
  }

  /**
   * {@code b = tanh a}, as {@code 2 sigmoid(2 a) - 1}: ND4J's own op raises e to a power, which
   * takes up to three times as long and is no more exact, to a few 1e-16 either way.
   */
  public static Kernel tanh(INDArray a, INDArray b) {
    return sequence(
        timesNumber(a, 2, b), sigmoid(b, b), timesNumber(b, 2, b), plusNumber(b, -1, b));
  }

  /** {@code b = 2 / sqrt(pi) times the integral of exp(-t^2) from a to infinity}. */
  public static Kernel erfc(INDArray a, INDArray b) {
    return map(new Erfc(a, b));
  }

  /** {@code b = 1} where a is above 0, else 0. */
  public static Kernel step(INDArray a, INDArray b) {
    return map(new Step(a, b, 0));
  }

  /** {@code b = max(a, 0)}. */
  public static Kernel positivePart(INDArray a, INDArray b) {
    return map(new RectifiedLinear(a, b, 0));
  }

  private static Kernel map(Op function) {
    require(Arrays.equals(function.x().shape(), function.z().shape()), function.x(), function.z());
    return new Kernel(() -> Nd4j.getExecutioner().exec(function));
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
    return new Kernel(() -> Nd4j.getExecutioner().exec(op, context));
  }

  private static void require(boolean fits, INDArray... arrays) {
    if (!fits) {
      throw new IllegalArgumentException(
          "Shapes do not fit: "
              + Arrays.stream(arrays).map(a -> Arrays.toString(a.shape())).toList());
    }
  }
}
