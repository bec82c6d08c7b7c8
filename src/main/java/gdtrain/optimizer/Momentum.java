package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The heavy ball, which keeps part of its speed.
 *
 * <pre>
 *   v = beta v + g
 *   w = w - eta v
 * </pre>
 *
 * <p>Polyak 1964, "Some methods of speeding up the convergence of iteration methods", equation 9,
 * with the learning rate outside of v, as in PyTorch's SGD, so that a schedule acts at once.
 *
 * @param beta share of the speed that is kept
 */
record Momentum(double beta) implements UpdateRule {
  static Momentum of(Choice choice) {
    return new Momentum(choice.number("beta", 0.9, Range.BELOW_ONE));
  }

  @Override
  public double learningRate() {
    return 0.01;
  }

  /** {@code 2 (1 + beta)}: Polyak 1964, section 3. */
  @Override
  public OptionalDouble stability() {
    return OptionalDouble.of(2 * (1 + beta));
  }

  @Override
  public Updates updatesFor(double[] weights) {
    double[] v = new double[weights.length];
    return Updates.of(
        List.of(v),
        (w, g, eta) -> {
          for (int i = 0; i < w.length; i++) {
            v[i] = beta * v[i] + g[i];
            w[i] -= eta * v[i];
          }
        });
  }
}
