package gdtrain.network;

import gdtrain.compute.ErrorFunction;
import gdtrain.compute.Exponential;

/**
 * Gaussian error linear unit, exactly: {@code f(z) = z P(z)} and {@code f' = P(z) + z p(z)}, with
 * the normal distribution's {@code P(z) = erfc(-z / sqrt 2) / 2} and {@code p(z) = exp(-z^2 / 2) /
 * sqrt(2 pi)} (Hendrycks and Gimpel 2016, section 2).
 */
record Gelu() implements Activation {
  @Override
  public String name() {
    return "gelu";
  }

  @Override
  public void forward(double[] z, double[] f, int count) {
    for (int i = 0; i < count; i++) {
      f[i] = z[i] * distribution(z[i]);
    }
  }

  @Override
  public void backward(double[] z, double[] f, double[] slope, int count) {
    for (int i = 0; i < count; i++) {
      double probability = z[i] == 0 ? 0.5 : f[i] / z[i]; // f = z P(z)
      slope[i] *= probability + z[i] * density(z[i]);
    }
  }

  private static double distribution(double z) {
    return ErrorFunction.erfc(z * -Math.sqrt(0.5)) * 0.5;
  }

  private static double density(double z) {
    return Exponential.exp(-0.5 * (z * z)) * (1 / Math.sqrt(2 * Math.PI));
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }
}
