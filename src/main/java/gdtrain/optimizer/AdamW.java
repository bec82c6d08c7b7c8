package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;

/**
 * AdamW: Adam whose weights decay beside the gradient, not through it; intercepts do not decay.
 *
 * <pre>
 *   w = w - eta lambda w, then Adam's step
 * </pre>
 *
 * <p>Loshchilov and Hutter 2019, "Decoupled weight decay regularization", algorithm 2, line 12,
 * with decay times learning rate and the default as in PyTorch.
 *
 * @param adam the step
 * @param lambda the weight decay
 */
record AdamW(Adam adam, double lambda) implements UpdateRule {
  static AdamW of(Choice choice) {
    return new AdamW(Adam.of(choice), choice.number("weight-decay", 0.01, Range.NOT_NEGATIVE));
  }

  @Override
  public double learningRate() {
    return adam.learningRate();
  }

  @Override
  public Updates updatesFor(double[] weights) {
    Updates updates = adam.updatesFor(weights);
    return Updates.of(
        updates.memory(),
        (w, g, eta) -> {
          for (int i = 0; i < w.length; i++) {
            w[i] -= eta * lambda * weights[i] * w[i];
          }
          updates.step(w, g, eta);
        });
  }
}
