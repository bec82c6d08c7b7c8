package gdtrain.loss;

import java.util.Optional;
import java.util.OptionalDouble;

/** A loss with its link; it has no state. */
public interface Loss {
  /** The name in options, logs and model files, with settings, as {@link Losses#CATALOG} reads. */
  String name();

  /** What a row costs, and the slope of that, in letters. */
  Formula formula();

  /** The targets it can be trained on. */
  Targets targets();

  /**
   * Returns the sum over some rows of weight times loss, and overwrites their raw outputs with the
   * slope of that sum, {@code weight * dloss/draw}.
   *
   * @param raw the network's output, row after row
   * @param targets what raw should lead to, row after row; only read
   * @param weights of the rows, all at least 0; only read
   * @param room three arrays as long as raw, for intermediate results
   */
  double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room);

  /** What a raw output stands for, in words; losses with the same words have the same link. */
  String rawOutput();

  /**
   * Turns raw outputs into predictions in place.
   *
   * @param raw row after row
   * @param outputs how many numbers each row has
   */
  void link(double[] raw, int outputs);

  /**
   * Whether the link gives probabilities of classes. If not, the sign of the raw output decides the
   * class.
   */
  default boolean probabilities() {
    return targets().include(2) || targets().include(3);
  }

  /**
   * Whether the loss has no minimum where a hyperplane separates the classes: ever longer weights
   * lower it towards 0.
   */
  default boolean endlessIfSeparable() {
    return false;
  }

  /** Whose negative log-likelihood it is; empty if it is none. */
  default Optional<Likelihood> likelihood() {
    return Optional.empty();
  }

  /**
   * Whether the slope jumps. It then tells neither the curvature nor how far the minimum is, and
   * steps whose lengths are searched for get stuck where it jumps.
   */
  default boolean jumps() {
    return false;
  }

  /**
   * How much the loss bends at most: no second derivative along a line of raw outputs is larger,
   * wherever the row is; empty if there is no bound, or none is known.
   */
  default OptionalDouble mostCurvature() {
    return OptionalDouble.empty();
  }

  /** Whether it bends as much everywhere. */
  default boolean quadratic() {
    return false;
  }

  /** Whether descent starts best at the constant raw output with the lowest loss, and not at 0. */
  default boolean startsAtBestConstant() {
    return false;
  }

  /**
   * What a row that has an exposure counts for: with a prediction of exposure x mu its loss is, but
   * for what does not depend on mu, this times the loss of mu and target / exposure. Empty for a
   * loss that takes no exposures.
   *
   * @param exposure above 0
   */
  default OptionalDouble exposureWeight(double exposure) {
    return OptionalDouble.empty();
  }

  /**
   * The constant raw output with the lowest loss, one number for every output; it is the baseline
   * that any model should beat. Infinite ones are given as 1000 or -1000.
   *
   * @param observations with a sum of weights above 0
   */
  double[] bestConstant(Observations observations);

  /**
   * This loss for targets that were divided by a scale; empty if there is none.
   *
   * @param scale above 0
   */
  default Optional<Scaled> scaled(double scale) {
    return Optional.empty();
  }
}
