package gdtrain.compute;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erfc;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Functions of single numbers as {@link Kernel}s: each is applied to every element of a and gives
 * that of b, which has the same shape and may be the same array.
 */
public final class Pointwise {
  private Pointwise() {}

  /** {@code b = a}, as numbers of b's type. */
  public static Kernel copy(INDArray a, INDArray b) {
    return map(new Assign(a, b));
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
    Kernel.require(Arrays.equals(a.shape(), b.shape()), a, b);
    INDArray u = Vectors.like(a);
    INDArray lost = Vectors.like(a);
    return Kernel.sequence(
        plusNumber(a, 1, u),
        plusNumber(u, -1, lost),
        Kernel.subtract(a, lost, lost),
        Kernel.divide(lost, u, lost),
        log(u, u),
        Kernel.plus(u, lost, b));
  }

  /** {@code b = log(1 + exp(a)) = max(a, 0) + log(1 + exp(-|a|))}, which cannot overflow. */
  public static Kernel softplus(INDArray a, INDArray b) {
    INDArray small = Vectors.like(a);
    return Kernel.sequence(
        abs(a, small),
        timesNumber(small, -1, small),
        exp(small, small),
        log1p(small, small),
        positivePart(a, b),
        Kernel.plus(b, small, b));
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
    return Kernel.sequence(
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
    return Kernel.sequence(
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
    Kernel.require(
        Arrays.equals(function.x().shape(), function.z().shape()), function.x(), function.z());
    return new Kernel(() -> Nd4j.getExecutioner().exec(function));
  }
}
