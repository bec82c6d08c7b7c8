package gdtrain.network;

import gdtrain.compute.Exponential;

/** Logistic function, {@code f(z) = 1 / (1 + exp(-z))}, {@code f' = f(z) (1 - f(z))}. */
record Sigmoid() implements Activation {
  @Override
  public String name() {
    return "sigmoid";
  }

  @Override
  public void forward(double[] z, double[] f, int count) {
    Exponential.decay(z, f, count);
    for (int i = 0; i < count; i++) {
      f[i] = Exponential.sigmoid(z[i], f[i]);
    }
  }

  @Override
  public void backward(double[] z, double[] f, double[] slope, int count) {
    for (int i = 0; i < count; i++) {
      double part = slope[i] * f[i];
      slope[i] = part - part * f[i];
    }
  }
}
