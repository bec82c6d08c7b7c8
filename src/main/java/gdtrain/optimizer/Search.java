package gdtrain.optimizer;

import java.util.List;
import java.util.OptionalDouble;

/** The state of a {@link SearchRule} in one run. */
public interface Search {
  /**
   * One step.
   *
   * @param terrain measures trial points
   * @param here where the step starts, measured; not changed
   * @param there receives where it ends, measured
   * @return the length of the step along its direction, or empty if no step leads lower
   */
  OptionalDouble step(ObjectiveFunction terrain, Point here, Point there);

  /**
   * Goes on in another objective of the same parameters; what is known of the old one's heights is
   * forgotten.
   *
   * @param height of the new objective where the last step ended
   * @param factor of lengths, as the new one is steeper or flatter
   */
  default void restart(double height, double factor) {
    throw new UnsupportedOperationException("the objective of this search stays the same");
  }

  /** The arrays of its state, not copies. */
  List<double[]> memory();
}
