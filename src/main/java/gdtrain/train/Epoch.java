package gdtrain.train;

import java.util.OptionalDouble;

/**
 * One row of the loss log: where descent stands after a step.
 *
 * @param number 0 before the first step
 * @param loss mean loss of the training rows, without penalty
 * @param objective loss plus penalty, which is what descends
 * @param validationLoss mean loss of the validation rows, if there are any
 * @param gradientNorm Euclidean norm of the objective's gradient, on scaled inputs
 * @param learningRate learning rate of the step that led here; empty for number 0
 */
public record Epoch(
    int number,
    double loss,
    double objective,
    OptionalDouble validationLoss,
    double gradientNorm,
    OptionalDouble learningRate) {
  /** This epoch with all losses and slopes in another unit. */
  public Epoch times(double factor) {
    return new Epoch(
        number,
        factor * loss,
        factor * objective,
        validationLoss.isEmpty()
            ? validationLoss
            : OptionalDouble.of(factor * validationLoss.getAsDouble()),
        factor * gradientNorm,
        learningRate);
  }
}
