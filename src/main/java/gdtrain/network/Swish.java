package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Swish, also called SiLU, {@code f(z) = z s(z)} and {@code f' = s(z) + f(z) (1 - s(z))}, with
 * {@code s(z) = 1 / (1 + exp(-z))} (Ramachandran, Zoph and Le 2017, with beta 1).
 */
record Swish() implements Activation {
  @Override
  public String name() {
    return "swish";
  }

  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    return Kernel.sequence(Pointwise.sigmoid(sum, output), Kernel.times(output, sum, output));
  }

  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    INDArray sigmoid = Vectors.like(sum);
    INDArray factor = Vectors.like(sum);
    return Kernel.sequence(
        Pointwise.sigmoid(sum, sigmoid),
        Kernel.times(output, sigmoid, factor),
        Kernel.subtract(output, factor, factor),
        Kernel.plus(factor, sigmoid, factor),
        Kernel.times(slope, factor, slope));
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }
}
