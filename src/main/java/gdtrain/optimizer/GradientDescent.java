package gdtrain.optimizer;

import gdtrain.compute.Vectors;
import java.util.List;
import java.util.OptionalDouble;

/** Plain gradient descent, {@code w = w - eta g}: Cauchy 1847. */
record GradientDescent() implements UpdateRule {
  @Override
  public double learningRate() {
    return 0.01;
  }

  /** A step multiplies what is left by {@code 1 - eta curvature}. */
  @Override
  public OptionalDouble stability() {
    return OptionalDouble.of(2);
  }

  @Override
  public Updates updatesFor(double[] weights) {
    return Updates.of(List.of(), (w, g, eta) -> Vectors.add(-eta, g, w));
  }

  @Override
  public boolean proximal() {
    return true;
  }
}
