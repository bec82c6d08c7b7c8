package gdtrain.train;

import gdtrain.optimizer.Point;
import java.util.function.Supplier;

/** Follows a run, and may end it. */
@FunctionalInterface
public interface Watcher {
  /** Hears of every epoch as it ends. */
  void epoch(Epoch epoch);

  /**
   * Hears where every epoch ended, right after {@link #epoch}.
   *
   * @param here parameters, gradient and heights, in the unit in which targets are learned; true
   *     until this method returns
   */
  default void reached(Epoch epoch, Point here) {}

  /**
   * Hears of every state from which the run can be taken up again: after each epoch that is not the
   * last, and when the run ends, unless it has diverged.
   *
   * @param epoch that ended last
   * @param over whether the run ends
   * @param state made when it is asked for; true until this method returns
   */
  default void checkpoint(Epoch epoch, boolean over, Supplier<Checkpoint> state) {}

  /** Whether the run shall end after this epoch. */
  default boolean interrupts() {
    return false;
  }
}
