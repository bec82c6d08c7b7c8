package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Logistic function, {@code f(z) = 1 / (1 + exp(-z))}, {@code f' = f(z) (1 - f(z))}. */
record Sigmoid() implements Activation {
  @Override
  public String name() {
    return "sigmoid";
  }

  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    return Pointwise.sigmoid(sum, output);
  }

  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    INDArray part = Vectors.like(sum);
    return Kernel.sequence(
        Kernel.times(slope, output, slope),
        Kernel.times(slope, output, part),
        Kernel.subtract(slope, part, slope));
  }
}
