package gdtrain.train;

import gdtrain.optimizer.StepRule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gradient descent over all rows at once.
 *
 * @param rule how far a step goes
 * @param limits when to stop
 */
public record Trainer(StepRule rule, Limits limits) {
  /**
   * Descends from all parameters 0.
   *
   * @param training what is lowered, together with the penalty
   * @param validation watched only
   * @param regularisation the penalty's factors and which parameters it acts on
   * @param baseline the loss of the best constant prediction, the scale of losses
   * @param listener hears of every epoch as it ends
   */
  public Fit fit(
      Objective training,
      Optional<Objective> validation,
      Regularisation regularisation,
      double baseline,
      Consumer<Epoch> listener) {
    return new Descent(this, training, validation, regularisation.penalty(), baseline, listener)
        .run();
  }
}
