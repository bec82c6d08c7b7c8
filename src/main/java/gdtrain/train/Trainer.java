package gdtrain.train;

import java.util.function.Consumer;

/**
 * Gradient descent.
 *
 * @param method what an epoch is made of
 * @param limits when to stop
 */
public record Trainer(Method method, Limits limits) {
  /**
   * Descends.
   *
   * @param start the first point; not changed
   * @param listener hears of every epoch as it ends
   */
  public Fit fit(Problem problem, double[] start, Consumer<Epoch> listener) {
    return new Descent(this, problem, start, listener).run();
  }
}
