package gdtrain.train;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a run has to go down.
 *
 * @param training what is lowered, together with the penalty
 * @param batches the same rows in batches, where an epoch is more than one step or random
 * @param validation watched only
 * @param regularisation the penalty's factors and which parameters it acts on
 * @param baseline the loss of the best constant prediction, the scale of losses
 * @param unit factor of losses in reported epochs, where targets were scaled
 * @param smooth makes what a search goes down in the place of training, whose loss has kinks
 */
public record Problem(
    Objective training,
    Optional<Batches> batches,
    Optional<Objective> validation,
    Regularisation regularisation,
    double baseline,
    double unit,
    Optional<Supplier<SmoothedObjective>> smooth) {
  /** A problem whose losses are reported as they are. */
  public Problem(
      Objective training,
      Optional<Batches> batches,
      Optional<Objective> validation,
      Regularisation regularisation,
      double baseline) {
    this(training, batches, validation, regularisation, baseline, 1, Optional.empty());
  }

  /** What descends: the mean loss of the training rows plus the penalty. */
  public Objective objective() {
    return new PenalisedObjective(training, regularisation.penalty());
  }

  /** Loss and objective at a point, in the unit of reported epochs. */
  public ObjectiveValue height(double[] parameters) {
    double loss = training.loss(parameters);
    double penalty = regularisation.penalty().value(parameters);
    return new ObjectiveValue(unit * loss, unit * (loss + penalty));
  }
}
