package gdtrain.table;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A stage of work that takes things in the order of their numbers, one at a time, whichever threads
 * bring them in which order. Nobody waits: who brings the next one also takes all that follow it,
 * and others leave theirs to whoever is at work.
 *
 * @param <T> what is taken
 */
final class Ordered<T> {
  private final Consumer<T> work;
  private final Map<Integer, T> waiting = new HashMap<>();
  private int next;
  private boolean busy;

  Ordered(Consumer<T> work) {
    this.work = work;
  }

  /** Brings the thing with this number; every number from 0 comes once. */
  void bring(int number, T thing) {
    for (T due = enter(number, thing); due != null; due = following()) {
      work.accept(due);
    }
  }

  private synchronized T enter(int number, T thing) {
    waiting.put(number, thing);
    return busy ? null : following();
  }

  private synchronized T following() {
    T due = waiting.remove(next);
    busy = due != null;
    next += busy ? 1 : 0;
    return due;
  }
}
