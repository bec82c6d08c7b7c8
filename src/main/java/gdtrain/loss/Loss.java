package gdtrain.loss;

import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss with its link; it has no state, a run's buffers are in the {@link BlockLoss} it prepares.
 */
public interface Loss {
  /** The name in options, logs and model files, with settings, as {@link Losses#CATALOG} reads. */
  String name();

  /** What a row costs, and the slope of that, in letters. */
  Formula formula();

  /** The targets it can be trained on. */
  Targets targets();

  /**
   * Prepares the loss of one block of rows. The numbers in the arrays may change from one
   * evaluation to the next.
   *
   * @param raw the network's output, shape (rows, outputs); evaluation overwrites it with the slope
   * @param targets what raw should lead to, shape (rows, outputs)
   * @param weights of the rows, shape (rows, 1), all at least 0
   */
  BlockLoss on(INDArray raw, INDArray targets, INDArray weights);

  /** What a raw output stands for, in words; losses with the same words have the same link. */
  String rawOutput();

  /** Turns raw outputs, shape (rows, outputs), into predictions in place. */
  void link(INDArray raw);

  /**
   * Whether the link gives probabilities of classes. If not, classes are told by the sign of the
   * raw output.
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

  /**
   * The constant raw output with the lowest loss, one number for every output; it is the baseline
   * that any model should beat. Infinite ones are given as 1000 or -1000.
   *
   * @param observations with a sum of weights above 0
   */
  double[] bestConstant(Observations observations);

  /**
   * The same loss for targets that were divided by a scale; empty if there is none.
   *
   * @param scale above 0
   */
  default Optional<Scaled> scaled(double scale) {
    return Optional.empty();
  }
}
