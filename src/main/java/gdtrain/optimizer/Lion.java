package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import java.util.List;

/**
 * Lion: every parameter moves by the learning rate, up or down; intercepts do not decay.
 *
 * <pre>
 *   c = beta1 m + (1 - beta1) g
 *   w = w - eta (sign(c) + lambda w)
 *   m = beta2 m + (1 - beta2) g
 * </pre>
 *
 * <p>Chen et al. 2023, "Symbolic discovery of optimization algorithms", algorithm 2.
 *
 * @param beta1 share of the past in the direction
 * @param beta2 share of the mean gradient that is kept
 * @param lambda the weight decay
 */
record Lion(double beta1, double beta2, double lambda) implements UpdateRule {
  static Lion of(Choice choice) {
    return new Lion(
        choice.number("beta1", 0.9, Range.BELOW_ONE),
        choice.number("beta2", 0.99, Range.BELOW_ONE),
        choice.number("weight-decay", 0, Range.NOT_NEGATIVE));
  }

  @Override
  public double learningRate() {
    return 1e-4;
  }

  @Override
  public Updates updatesFor(double[] weights) {
    double[] m = new double[weights.length];
    return Updates.of(
        List.of(m),
        (w, g, eta) -> {
          for (int i = 0; i < w.length; i++) {
            double c = beta1 * m[i] + (1 - beta1) * g[i];
            w[i] -= eta * (Math.signum(c) + lambda * weights[i] * w[i]);
            m[i] = beta2 * m[i] + (1 - beta2) * g[i];
          }
        });
  }
}
