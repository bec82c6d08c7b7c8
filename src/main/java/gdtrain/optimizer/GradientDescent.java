package gdtrain.optimizer;

import java.util.List;

/** Plain gradient descent, {@code w = w - eta g}. */
record GradientDescent() implements UpdateRule {
  @Override
  public double learningRate() {
    return 0.01;
  }

  @Override
  public Updates updatesFor(double[] weights) {
    return new Updates() {
      @Override
      public void step(double[] parameters, double[] gradient, double learningRate) {
        Flat.add(-learningRate, gradient, parameters);
      }

      @Override
      public List<double[]> memory() {
        return List.of();
      }
    };
  }

  @Override
  public boolean proximal() {
    return true;
  }
}
