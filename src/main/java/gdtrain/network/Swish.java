package gdtrain.network;

import gdtrain.compute.Exponential;

/**
 * Swish, also called SiLU, {@code f(z) = z s(z)} and {@code f' = f(z) - f(z) s(z) + s(z)}, with
 * {@code s(z) = 1 / (1 + exp(-z))} (Ramachandran, Zoph and Le 2017, with beta 1).
 */
record Swish() implements Activation {
  @Override
  public String name() {
    return "swish";
  }

  @Override
  public void forward(double[] z, double[] f, int count) {
    for (int i = 0; i < count; i++) {
      f[i] = z[i] * Exponential.sigmoid(z[i]);
    }
  }

  @Override
  public void backward(double[] z, double[] f, double[] slope, int count) {
    for (int i = 0; i < count; i++) {
      double s = Exponential.sigmoid(z[i]);
      slope[i] *= f[i] - f[i] * s + s;
    }
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }
}
