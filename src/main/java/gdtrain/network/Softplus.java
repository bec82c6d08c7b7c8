package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Smooth rectifier, {@code f(z) = log(1 + exp(z)) = max(z, 0) + log(1 + exp(-|z|))}, {@code f' = 1
 * / (1 + exp(-z))} (Dugas and others 2001).
 */
record Softplus() implements Activation {
  @Override
  public String name() {
    return "softplus";
  }

  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    return Pointwise.softplus(sum, output);
  }

  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    INDArray factor = Vectors.like(sum);
    return Kernel.sequence(Pointwise.sigmoid(sum, factor), Kernel.times(slope, factor, slope));
  }
}
