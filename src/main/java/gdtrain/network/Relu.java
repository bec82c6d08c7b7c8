package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Loop;
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
    return Loop.over(
        (pieces, count) -> {
          double[] z = pieces[0];
          double[] f = pieces[1];
          for (int i = 0; i < count; i++) {
            f[i] = z[i] <= 0 ? 0 : z[i]; // NaN stays NaN
          }
        },
        sum,
        output);
  }

  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    return Loop.over(
        (pieces, count) -> {
          double[] z = pieces[0];
          double[] s = pieces[1];
          for (int i = 0; i < count; i++) {
            s[i] *= z[i] > 0 ? 1 : 0;
          }
        },
        sum,
        slope);
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }
}
