package gdtrain.train;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The outcome of a run.
 *
 * @param parameters the kept ones, flat
 * @param kept the epoch they belong to
 * @param last the last epoch
 * @param ending why the run stopped
 * @param evaluations how often loss and gradient over all rows were computed, rejected trial steps
 *     among them
 * @param trace of all epochs, {@link Epoch#trace}
 * @param distance estimated distance of the last epoch to the minimum over the norm of its weights;
 *     infinite if not known
 * @param gap how far the kept objective is above the minimum at most, as a share of it; empty if
 *     there is no such bound
 */
public record Fit(
    List<Double> parameters,
    Epoch kept,
    Epoch last,
    Ending ending,
    int evaluations,
    long trace,
    double distance,
    OptionalDouble gap) {
  /** Copies the parameters. */
  public Fit {
    parameters = List.copyOf(parameters);
  }

  /** The kept parameters as a new flat vector. */
  public double[] point() {
    return parameters.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** This outcome without the distance. */
  public Fit withoutDistance() {
    return new Fit(
        parameters, kept, last, ending, evaluations, trace, Double.POSITIVE_INFINITY, gap);
  }

  /**
   * Whether the kept parameters are at a minimum: those of an earlier epoch, kept because other
   * rows were predicted best there, are not.
   */
  public boolean converged() {
    return ending.converged() && kept.objective() <= last.objective();
  }
}
