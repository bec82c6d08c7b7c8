package gdtrain.network;

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
  public void forward(double[] z, double[] f, int count) {
    for (int i = 0; i < count; i++) {
      f[i] = z[i] <= 0 ? 0 : z[i]; // NaN stays NaN
    }
  }

  @Override
  public void backward(double[] z, double[] f, double[] slope, int count) {
    for (int i = 0; i < count; i++) {
      slope[i] *= z[i] > 0 ? 1 : 0;
    }
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }

  @Override
  public boolean jumps() {
    return true;
  }
}
