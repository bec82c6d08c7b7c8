package gdtrain.optimizer.schedule;

import java.util.List;

/** The state of a {@link Schedule} in one run. */
@FunctionalInterface
public interface LearningRates {
  /**
   * The learning rate of an epoch; asked once for every epoch, in order.
   *
   * @param epoch from 1
   * @param height what the run tries to lower, as measured at the end of the epoch before: the
   *     validation loss if that chooses the epoch that is kept, else the objective
   */
  double at(int epoch, double height);

  /** The arrays of its state, not copies; none where the epoch alone decides the rate. */
  default List<double[]> memory() {
    return List.of();
  }
}
