package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import java.util.List;

/**
 * Nadam: Adam with Nesterov's look ahead.
 *
 * <pre>
 *   m = beta1 m + (1 - beta1) g
 *   v = beta2 v + (1 - beta2) g^2
 *   w = w - eta mHat / (sqrt(vHat) + epsilon)
 *       with mHat = mu[t+1] m / (1 - mu[1] ... mu[t+1]) + (1 - mu[t]) g / (1 - mu[1] ... mu[t]),
 *            vHat = v / (1 - beta2^t), mu[t] = beta1 (1 - 0.96^(t psi) / 2)
 * </pre>
 *
 * <p>Dozat 2016, "Incorporating Nesterov momentum into Adam", algorithm 2 and the warming momentum
 * of its section 3; defaults of PyTorch.
 *
 * @param beta1 share of the mean gradient that is kept
 * @param beta2 share of the mean square that is kept
 * @param epsilon keeps the divisor above 0
 * @param psi how quickly the momentum mu grows from half of beta1 to beta1
 */
record Nadam(double beta1, double beta2, double epsilon, double psi) implements UpdateRule {
  static Nadam of(Choice choice) {
    return new Nadam(
        choice.number("beta1", 0.9, Range.BELOW_ONE),
        choice.number("beta2", 0.999, Range.BELOW_ONE),
        choice.number("epsilon", 1e-8, Range.POSITIVE),
        choice.number("momentum-decay", 0.004, Range.NOT_NEGATIVE));
  }

  @Override
  public double learningRate() {
    return 0.002;
  }

  @Override
  public Updates updatesFor(double[] weights) {
    double[] m = new double[weights.length];
    double[] v = new double[weights.length];
    double[] t = {0};
    double[] product = {1};
    return Updates.of(
        List.of(m, v, t, product),
        (w, g, eta) -> {
          t[0]++;
          product[0] *= mu(t[0]);
          double ahead = mu(t[0] + 1) / (1 - product[0] * mu(t[0] + 1));
          double now = (1 - mu(t[0])) / (1 - product[0]);
          double left2 = 1 - Math.pow(beta2, t[0]);
          for (int i = 0; i < w.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            w[i] -= eta * (ahead * m[i] + now * g[i]) / (Math.sqrt(v[i] / left2) + epsilon);
          }
        });
  }

  private double mu(double t) {
    return beta1 * (1 - 0.5 * Math.pow(0.96, t * psi));
  }
}
