package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import java.util.List;

/**
 * AMSGrad: Adam that never forgets a steep place.
 *
 * <pre>
 *   m = beta1 m + (1 - beta1) g
 *   v = beta2 v + (1 - beta2) g^2
 *   u = max(u, v)
 *   w = w - eta mHat / (sqrt(uHat) + epsilon)
 *       with mHat = m / (1 - beta1^t), uHat = u / (1 - beta2^t)
 * </pre>
 *
 * <p>Reddi, Kale and Kumar 2018, "On the convergence of Adam and beyond", algorithm 2, where u is
 * called vHat, with the bias correction and the defaults that {@link Adam} and PyTorch's amsgrad
 * have.
 *
 * @param beta1 share of the mean gradient that is kept
 * @param beta2 share of the mean square that is kept
 * @param epsilon keeps the divisor above 0
 */
record AmsGrad(double beta1, double beta2, double epsilon) implements UpdateRule {
  static AmsGrad of(Choice choice) {
    return new AmsGrad(
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
    double[] u = new double[weights.length];
    double[] t = {0};
    return Updates.of(
        List.of(m, v, u, t),
        (w, g, eta) -> {
          t[0]++;
          double left1 = 1 - Math.pow(beta1, t[0]);
          double left2 = 1 - Math.pow(beta2, t[0]);
          for (int i = 0; i < w.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            u[i] = Math.max(u[i], v[i]);
            w[i] -= eta * (m[i] / left1) / (Math.sqrt(u[i] / left2) + epsilon);
          }
        });
  }
}
