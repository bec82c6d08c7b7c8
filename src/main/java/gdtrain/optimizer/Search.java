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

  /** The arrays of its state, not copies. */
  List<double[]> memory();
}
