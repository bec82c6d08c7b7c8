package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rectifier, {@code f(z) = max(z, 0)}, {@code f' = 1} where z is above 0, else 0 (Nair and Hinton
 * 2010).
 */
record Relu() implements Activation {
  @Override
  public String name() {
    return "relu";
  }

  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    return Pointwise.positivePart(sum, output);
  }

  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    INDArray step = Vectors.like(sum);
    return Kernel.sequence(Pointwise.step(sum, step), Kernel.times(slope, step, slope));
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }
}
