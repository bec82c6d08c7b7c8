package gdtrain.network;

import gdtrain.compute.Exponential;
import gdtrain.compute.Kernel;
import gdtrain.compute.Loop;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Logistic function, {@code f(z) = 1 / (1 + exp(-z))}, {@code f' = f(z) (1 - f(z))}. */
record Sigmoid() implements Activation {
  @Override
  public String name() {
    return "sigmoid";
  }

  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    return Loop.over(
        (pieces, count) -> {
          double[] z = pieces[0];
          double[] f = pieces[1];
          Exponential.decay(z, f, count);
          for (int i = 0; i < count; i++) {
            f[i] = Exponential.sigmoid(z[i], f[i]);
          }
        },
        sum,
        output);
  }

  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    return Loop.over(
        (pieces, count) -> {
          double[] f = pieces[0];
          double[] s = pieces[1];
          for (int i = 0; i < count; i++) {
            double part = s[i] * f[i];
            s[i] = part - part * f[i];
          }
        },
        output,
        slope);
  }
}
