package gdtrain.network;

/** {@code f(z) = z}: the network stays a linear model, written as a product of matrices. */
record Identity() implements Activation {
  @Override
  public String name() {
    return "identity";
  }

  @Override
  public void forward(double[] z, double[] f, int count) {
    System.arraycopy(z, 0, f, 0, count);
  }

  @Override
  public void backward(double[] z, double[] f, double[] slope, int count) {
    // its slope is 1
  }
}
