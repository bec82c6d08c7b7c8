package gdtrain.network;

import gdtrain.compute.Exponential;
import gdtrain.compute.Kernel;
import gdtrain.compute.Loop;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Hyperbolic tangent, {@code f(z) = tanh z}, {@code f' = 1 - f(z)^2}. */
record Tanh() implements Activation {
  @Override
  public String name() {
    return "tanh";
  }

  /**
   * As {@code (1 - e^2) / (1 + e^2)} with {@code e = exp(-|z|)} and the sign of z: no less exact
   * than the library's own tanh, to a few 1e-16 either way, and many times as fast.
   */
  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    return Loop.over(
        (pieces, count) -> {
          double[] z = pieces[0];
          double[] f = pieces[1];
          Exponential.decay(z, f, count);
          for (int i = 0; i < count; i++) {
            double square = f[i] * f[i];
            f[i] = Math.copySign((1 - square) / (1 + square), z[i]);
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
            s[i] -= f[i] * f[i] * s[i];
          }
        },
        output,
        slope);
  }
}
