package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import java.util.List;

/**
 * Adadelta: the step has the units of the parameter, from the steps so far.
 *
 * <pre>
 *   a = rho a + (1 - rho) g^2
 *   d = sqrt(b + epsilon) / sqrt(a + epsilon) g
 *   b = rho b + (1 - rho) d^2
 *   w = w - eta d
 * </pre>
 *
 * <p>Zeiler 2012, "ADADELTA: an adaptive learning rate method", algorithm 1 and the constants of
 * its section 4.1; a is E[g^2], b is E[dx^2], and eta is 1.
 *
 * @param rho share of the means that is kept
 * @param epsilon starts the first steps and keeps the divisor above 0
 */
record Adadelta(double rho, double epsilon) implements UpdateRule {
  static Adadelta of(Choice choice) {
    return new Adadelta(
        choice.number("rho", 0.95, Range.BELOW_ONE),
        choice.number("epsilon", 1e-6, Range.POSITIVE));
  }

  @Override
  public double learningRate() {
    return 1;
  }

  @Override
  public Updates updatesFor(double[] weights) {
    double[] a = new double[weights.length];
    double[] b = new double[weights.length];
    return Updates.of(
        List.of(a, b),
        (w, g, eta) -> {
          for (int i = 0; i < w.length; i++) {
            a[i] = rho * a[i] + (1 - rho) * g[i] * g[i];
            double d = Math.sqrt(b[i] + epsilon) / Math.sqrt(a[i] + epsilon) * g[i];
            b[i] = rho * b[i] + (1 - rho) * d * d;
            w[i] -= eta * d;
          }
        });
  }
}
