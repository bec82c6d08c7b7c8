package gdtrain.cli;

import gdtrain.dataset.preparation.Preparation;
import gdtrain.table.read.FactorRequest;
import gdtrain.train.Limits;
import gdtrain.train.Regularisation;
import gdtrain.train.Seed;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the options say of a run, checked.
 *
 * @param network the layers
 * @param loss what is minimised
 * @param method how descent goes
 * @param limits when to stop
 * @param automaticEpochs whether the most epochs may be fewer than the limits say
 * @param l1 factor of the absolute weights
 * @param l2 factor of half the squared weights; empty for what suits network and rows
 * @param compress whether fewer rows with the same loss may take the place of all
 * @param seed of all that is random in training
 * @param start the model to start from, if any
 * @param threads to work with
 */
record FitPlan(
    NetworkPlan network,
    LossPlan loss,
    NamedMethod method,
    Limits limits,
    boolean automaticEpochs,
    double l1,
    OptionalDouble l2,
    boolean compress,
    Seed seed,
    Optional<StartModel> start,
    int threads) {
  /** Checks the factors. */
  FitPlan {
    Regularisation.check(l1, l2.orElse(0));
  }

  /** The wishes, and a target with mean 0 and standard deviation 1 where hidden layers need it. */
  Preparation prepared(Preparation wishes) {
    return network.deep() && loss.scalable() ? wishes.withScaledTarget() : wishes;
  }

  /**
   * Which factor the reader makes while it is at it; none where the rows will not be compressed,
   * however many there are.
   *
   * @param target as it was named, if it was
   */
  Optional<FactorRequest> factoring(Optional<String> target) {
    int mostRows = method.batchRows().orElse(Integer.MAX_VALUE);
    return compress && !network.deep() && loss.maybeSquared()
        ? Optional.of(new FactorRequest(target, mostRows))
        : Optional.empty();
  }

  /** Whether training draws random numbers. */
  boolean random() {
    boolean startsAtRandom = network.random() && start.isEmpty();
    return startsAtRandom || network.drops() || method.batchRows().isPresent();
  }
}
