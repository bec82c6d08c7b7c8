package gdtrain.network;

import gdtrain.compute.Exponential;

/**
 * Scaled exponential linear unit, {@code f(z) = lambda z} where z is above 0, else {@code lambda
 * alpha (exp(z) - 1)}; {@code f' = lambda}, else {@code lambda alpha exp(z)} (Klambauer,
 * Unterthiner, Mayr and Hochreiter 2017, equation 2, with the constants of their equation 14).
 */
record Selu() implements Activation {
  private static final double ALPHA = 1.6732632423543772;
  private static final double LAMBDA = 1.0507009873554805;

  @Override
  public String name() {
    return "selu";
  }

  @Override
  public void forward(double[] z, double[] f, int count) {
    for (int i = 0; i < count; i++) {
      f[i] = z[i] > 0 ? LAMBDA * z[i] : LAMBDA * ALPHA * (Exponential.exp(z[i]) - 1);
    }
  }

  @Override
  public void backward(double[] z, double[] f, double[] slope, int count) {
    for (int i = 0; i < count; i++) {
      slope[i] *= z[i] > 0 ? LAMBDA : LAMBDA * ALPHA * Exponential.exp(z[i]);
    }
  }

  @Override
  public boolean jumps() {
    return true;
  }
}
