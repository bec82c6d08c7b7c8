package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import java.util.List;

/**
 * Adagrad: a parameter moves the less, the steeper its way was so far.
 *
 * <pre>
 *   G = G + g^2
 *   w = w - eta g / (sqrt(G) + epsilon)
 * </pre>
 *
 * <p>Duchi, Hazan and Singer 2011, "Adaptive subgradient methods for online learning and stochastic
 * optimization", figure 1 with diagonal matrices, where epsilon is delta; defaults of PyTorch.
 *
 * @param epsilon keeps the divisor above 0
 */
record Adagrad(double epsilon) implements UpdateRule {
  static Adagrad of(Choice choice) {
    return new Adagrad(choice.number("epsilon", 1e-10, Range.POSITIVE));
  }

  @Override
  public double learningRate() {
    return 0.01;
  }

  @Override
  public Updates updatesFor(double[] weights) {
    double[] sum = new double[weights.length];
    return Updates.of(
        List.of(sum),
        (w, g, eta) -> {
          for (int i = 0; i < w.length; i++) {
            sum[i] += g[i] * g[i];
            w[i] -= eta * g[i] / (Math.sqrt(sum[i]) + epsilon);
          }
        });
  }
}
