package gdtrain.network;

import gdtrain.compute.Exponential;

/**
 * Exponential linear unit, {@code f(z) = z} where z is above 0, else {@code exp(z) - 1}; {@code f'
 * = 1}, else {@code exp(z)} (Clevert, Unterthiner and Hochreiter 2016, equation 15 with alpha 1).
 */
record Elu() implements Activation {
  @Override
  public String name() {
    return "elu";
  }

  @Override
  public void forward(double[] z, double[] f, int count) {
    for (int i = 0; i < count; i++) {
      f[i] = z[i] > 0 ? z[i] : Exponential.exp(z[i]) - 1;
    }
  }

  @Override
  public void backward(double[] z, double[] f, double[] slope, int count) {
    for (int i = 0; i < count; i++) {
      slope[i] *= z[i] > 0 ? 1 : Exponential.exp(z[i]);
    }
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }
}
