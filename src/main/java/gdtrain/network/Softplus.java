package gdtrain.network;

import gdtrain.compute.Exponential;

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
  public void forward(double[] z, double[] f, int count) {
    for (int i = 0; i < count; i++) {
      f[i] = Math.max(z[i], 0) + Exponential.log1p(Exponential.exp(-Math.abs(z[i])));
    }
  }

  @Override
  public void backward(double[] z, double[] f, double[] slope, int count) {
    for (int i = 0; i < count; i++) {
      slope[i] *= Exponential.sigmoid(z[i]);
    }
  }
}
