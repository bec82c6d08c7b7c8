package gdtrain.train;

import gdtrain.optimizer.Point;
import java.util.function.Supplier;

/** Follows a run, and may end it. */
@FunctionalInterface
public interface Watcher {
  /** Called at the end of every epoch. */
  void epoch(Epoch epoch);

  /**
   * Called with the point that an epoch reached, right after {@link #epoch}.
   *
   * @param here parameters, gradient, loss and objective, in the unit in which targets are learned;
   *     true until this method returns
   */
  default void reached(Epoch epoch, Point here) {}

  /**
   * Called with every state from which the run can be resumed: after each epoch but the last, and
   * when the run ends, unless it has diverged.
   *
   * @param epoch that ended last
   * @param over whether the run ends
   * @param state made when it is asked for; true until this method returns
   */
  default void checkpoint(Epoch epoch, boolean over, Supplier<Checkpoint> state) {}

  /** Whether epochs are to have the gradient norm of each layer. */
  default boolean asksForLayers() {
    return false;
  }

  /** Whether the run shall end after this epoch. */
  default boolean interrupts() {
    return false;
  }
}
