package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gaussian error linear unit, exactly: {@code f(z) = z P(z)} and {@code f' = P(z) + z p(z)}, with
 * the normal distribution's {@code P(z) = erfc(-z / sqrt 2) / 2} and {@code p(z) = exp(-z^2 / 2) /
 * sqrt(2 pi)} (Hendrycks and Gimpel 2016, section 2).
 */
record Gelu() implements Activation {
  @Override
  public String name() {
    return "gelu";
  }

  private static Kernel distribution(INDArray z, INDArray p) {
    return Kernel.sequence(
        Pointwise.timesNumber(z, -Math.sqrt(0.5), p),
        Pointwise.erfc(p, p),
        Pointwise.timesNumber(p, 0.5, p));
  }

  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    return Kernel.sequence(distribution(sum, output), Kernel.times(output, sum, output));
  }

  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    INDArray factor = Vectors.like(sum);
    INDArray density = Vectors.like(sum);
    return Kernel.sequence(
        Kernel.times(sum, sum, density),
        Pointwise.timesNumber(density, -0.5, density),
        Pointwise.exp(density, density),
        Pointwise.timesNumber(density, 1 / Math.sqrt(2 * Math.PI), density),
        Kernel.times(density, sum, density),
        distribution(sum, factor),
        Kernel.plus(factor, density, factor),
        Kernel.times(slope, factor, slope));
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }
}
