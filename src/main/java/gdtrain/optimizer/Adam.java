package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import java.util.List;

/**
 * Adam: a running mean of the gradient over the root of that of its squares.
 *
 * <pre>
 *   m = beta1 m + (1 - beta1) g
 *   v = beta2 v + (1 - beta2) g^2
 *   w = w - eta mHat / (sqrt(vHat) + epsilon)
 *       with mHat = m / (1 - beta1^t), vHat = v / (1 - beta2^t)
 * </pre>
 *
 * <p>Kingma and Ba 2015, "Adam: a method for stochastic optimization", algorithm 1 with its
 * defaults; eta is alpha there. Both sides of the last division are multiplied by {@code sqrt(1 -
 * beta2^t)}, as at the end of section 2 there, which leaves one division for each weight.
 *
 * @param beta1 share of the mean gradient that is kept
 * @param beta2 share of the mean square that is kept
 * @param epsilon keeps the divisor above 0
 */
record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {
  static Adam of(Choice choice) {
    return new Adam(
        choice.number("beta1", 0.9, Range.BELOW_ONE),
        choice.number("beta2", 0.999, Range.BELOW_ONE),
        choice.number("epsilon", 1e-8, Range.POSITIVE));
  }

  @Override
  public double learningRate() {
    return 0.001;
  }

  @Override
  public Updates updatesFor(double[] weights) {
    double[] m = new double[weights.length];
    double[] v = new double[weights.length];
    double[] t = {0};
    return Updates.of(
        List.of(m, v, t),
        (w, g, eta) -> {
          t[0]++;
          double root2 = Math.sqrt(1 - Math.pow(beta2, t[0]));
          double length = eta * root2 / (1 - Math.pow(beta1, t[0]));
          double floor = epsilon * root2;
          for (int i = 0; i < w.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            w[i] -= length * m[i] / (Math.sqrt(v[i]) + floor);
          }
        });
  }
}
