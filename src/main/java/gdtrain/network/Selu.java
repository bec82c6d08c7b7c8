package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Scaled exponential linear unit, {@code f(z) = lambda z} where z is above 0, else {@code lambda
 * alpha (exp(z) - 1)}; {@code f' = lambda}, else {@code lambda alpha exp(z)} (Klambauer,
 * Unterthiner, Mayr and Hochreiter 2017, equation 2, with the constants of their equation 14).
 */
record Selu() implements Activation {
  private static final double ALPHA = 1.6732632423543772;
  private static final double LAMBDA = 1.0507009873554805;

  @Override
  public String name() {
    return "selu";
  }

  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    INDArray left = Vectors.like(sum);
    return Kernel.sequence(
        Pointwise.positivePart(sum, output),
        Kernel.subtract(sum, output, left),
        Pointwise.exp(left, left),
        Pointwise.plusNumber(left, -1, left),
        Pointwise.timesNumber(left, LAMBDA * ALPHA, left),
        Pointwise.timesNumber(output, LAMBDA, output),
        Kernel.plus(output, left, output));
  }

  /** The factor is {@code lambda (alpha exp(min(z, 0)) - (alpha - 1) [z > 0])}. */
  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    INDArray factor = Vectors.like(sum);
    INDArray right = Vectors.like(sum);
    return Kernel.sequence(
        Pointwise.positivePart(sum, factor),
        Kernel.subtract(sum, factor, factor),
        Pointwise.exp(factor, factor),
        Pointwise.timesNumber(factor, LAMBDA * ALPHA, factor),
        Pointwise.step(sum, right),
        Pointwise.timesNumber(right, LAMBDA * (ALPHA - 1), right),
        Kernel.subtract(factor, right, factor),
        Kernel.times(slope, factor, slope));
  }
}
