package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import java.util.List;

/**
 * RMSprop: the gradient over the root of the running mean of its squares.
 *
 * <pre>
 *   v = rho v + (1 - rho) g^2
 *   w = w - eta g / (sqrt(v) + epsilon)
 * </pre>
 *
 * <p>Tieleman and Hinton 2012, "Neural networks for machine learning", lecture 6e, with its 0.9;
 * epsilon, which it lacks, is PyTorch's.
 *
 * @param rho share of the mean that is kept
 * @param epsilon keeps the divisor above 0
 */
record RmsProp(double rho, double epsilon) implements UpdateRule {
  static RmsProp of(Choice choice) {
    return new RmsProp(
        choice.number("rho", 0.9, Range.BELOW_ONE), choice.number("epsilon", 1e-8, Range.POSITIVE));
  }

  @Override
  public double learningRate() {
    return 0.001;
  }

  @Override
  public Updates updatesFor(double[] weights) {
    double[] v = new double[weights.length];
    return Updates.of(
        List.of(v),
        (w, g, eta) -> {
          for (int i = 0; i < w.length; i++) {
            v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
            w[i] -= eta * g[i] / (Math.sqrt(v[i]) + epsilon);
          }
        });
  }
}
