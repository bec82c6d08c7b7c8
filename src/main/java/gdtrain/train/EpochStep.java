package gdtrain.train;

import gdtrain.optimizer.Point;
import java.util.List;
import java.util.OptionalDouble;

/** How one epoch leads from a point to the next. */
interface EpochStep {
  /**
   * One epoch.
   *
   * @param number of the epoch, from 1
   * @param here measured; not changed
   * @param there receives where the epoch ends, measured
   * @param height the value at {@code here} that the run tries to lower
   * @return the learning rate of the epoch, or empty if no step leads lower
   */
  OptionalDouble go(int number, Point here, Point there, double height);

  /** The arrays of its state, not copies. */
  List<double[]> memory();
}
