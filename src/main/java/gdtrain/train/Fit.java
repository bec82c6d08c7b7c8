package gdtrain.train;

import java.util.List;

/**
 * The outcome of a run.
 *
 * @param parameters the kept ones, flat
 * @param kept the epoch they belong to
 * @param last the last epoch
 * @param ending why the run stopped
 * @param evaluations how often loss and gradient over all rows were computed, rejected trial steps
 *     among them
 * @param distance estimated distance of the last epoch to the minimum over the norm of its weights;
 *     infinite if not known
 */
public record Fit(
    List<Double> parameters,
    Epoch kept,
    Epoch last,
    Ending ending,
    int evaluations,
    double distance) {
  /** Copies the parameters. */
  public Fit {
    parameters = List.copyOf(parameters);
  }

  /** This outcome without the distance. */
  public Fit withoutDistance() {
    return new Fit(parameters, kept, last, ending, evaluations, Double.POSITIVE_INFINITY);
  }
}
