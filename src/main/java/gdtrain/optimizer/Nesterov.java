package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import gdtrain.compute.Vectors;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Nesterov's accelerated gradient, which looks ahead, and forgets its speed where that leads
 * uphill.
 *
 * <pre>
 *   v = beta v + g
 *   v = 0                      if g'v &lt; 0, with restart
 *   w = w - eta (g + beta v)
 * </pre>
 *
 * <p>O'Donoghue and Candes 2015, "Adaptive restart for accelerated gradient schemes", algorithm 1
 * with a constant momentum beta, and the gradient scheme of section 3.2. The parameters w are the
 * points y of the paper, those that look ahead: there the gradient is taken and the loss measured.
 * The paper's x is {@code y - eta g} of the step before, and {@code -eta v} is its {@code x - x
 * before}, so that {@code g'v < 0} is the scheme's condition. Without restart it is PyTorch's SGD
 * with nesterov.
 *
 * @param beta momentum, share of the speed that is kept
 * @param restart whether to forget the speed that leads uphill
 */
record Nesterov(double beta, boolean restart) implements UpdateRule {
  static Nesterov of(Choice choice) {
    return new Nesterov(
        choice.number("beta", 0.9, Range.BELOW_ONE),
        choice.number("restart", 1, Range.ZERO_OR_ONE) == 1);
  }

  @Override
  public double learningRate() {
    return 0.01;
  }

  /**
   * Without restart, {@code 2 (1 + beta) / (1 + 2 beta)}: beyond it the matrix of two steps along
   * one direction has an eigenvalue below -1.
   */
  @Override
  public OptionalDouble stability() {
    return restart ? OptionalDouble.empty() : OptionalDouble.of(2 * (1 + beta) / (1 + 2 * beta));
  }

  @Override
  public Updates updatesFor(double[] weights) {
    double[] v = new double[weights.length];
    return Updates.of(
        List.of(v),
        (w, g, eta) -> {
          Vectors.scale(beta, v);
          Vectors.add(1, g, v);
          if (restart && Vectors.dot(g, v) < 0) {
            Vectors.scale(0, v);
          }
          Vectors.add(-eta, g, w);
          Vectors.add(-eta * beta, v, w);
        });
  }
}
