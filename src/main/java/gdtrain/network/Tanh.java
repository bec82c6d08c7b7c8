package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Hyperbolic tangent, {@code f(z) = tanh z}, {@code f' = 1 - f(z)^2}. */
record Tanh() implements Activation {
  @Override
  public String name() {
    return "tanh";
  }

  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    return Pointwise.tanh(sum, output);
  }

  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    INDArray part = Vectors.like(sum);
    return Kernel.sequence(
        Kernel.times(output, output, part),
        Kernel.times(part, slope, part),
        Kernel.subtract(slope, part, slope));
  }
}
