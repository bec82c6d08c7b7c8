package gdtrain.optimizer;

import java.util.List;

/** Plain gradient descent, {@code w = w - eta g}: Cauchy 1847. */
record GradientDescent() implements UpdateRule {
  @Override
  public double learningRate() {
    return 0.01;
  }

  @Override
  public Updates updatesFor(double[] weights) {
    return Updates.of(List.of(), (w, g, eta) -> Flat.add(-eta, g, w));
  }

  @Override
  public boolean proximal() {
    return true;
  }
}
