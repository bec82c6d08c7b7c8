package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Exponential linear unit, {@code f(z) = z} where z is above 0, else {@code exp(z) - 1}; {@code f'
 * = 1}, else {@code exp(z)} (Clevert, Unterthiner and Hochreiter 2016, equation 15 with alpha 1).
 *
 * <p>Both are {@code max(z, 0) + exp(min(z, 0)) - 1} and {@code exp(min(z, 0))}: exp never sees a
 * large number.
 */
record Elu() implements Activation {
  @Override
  public String name() {
    return "elu";
  }

  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    INDArray left = Vectors.like(sum);
    return Kernel.sequence(
        Pointwise.positivePart(sum, output),
        Kernel.subtract(sum, output, left),
        Pointwise.exp(left, left),
        Pointwise.plusNumber(left, -1, left),
        Kernel.plus(output, left, output));
  }

  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    INDArray factor = Vectors.like(sum);
    return Kernel.sequence(
        Pointwise.positivePart(sum, factor),
        Kernel.subtract(sum, factor, factor),
        Pointwise.exp(factor, factor),
        Kernel.times(slope, factor, slope));
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }
}
