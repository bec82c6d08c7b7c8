package gdtrain.compute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Passes results on in the order of their numbers, one at a time, whichever threads bring them in
 * which order. No thread waits: whoever brings the next result passes on all that follow it, and
 * results brought meanwhile are left to that thread. After a failure nothing is passed on any more.
 *
 * @param <T> the results
 */
public final class InOrder<T> {
  private final Consumer<? super T> consumer;
  private final Map<Integer, T> waiting = new HashMap<>();
  private int next;
  private boolean busy;
  private volatile boolean failed;

  /** Starts with number 0; the consumer is called by one thread at a time. */
  public InOrder(Consumer<? super T> consumer) {
    this.consumer = consumer;
  }

  /** Brings the result with this number; each number from 0 on comes once. */
  public void bring(int number, T result) {
    for (T due = enter(number, result); due != null; due = following()) {
      boolean passed = false;
      try {
        consumer.accept(due);
        passed = true;
      } finally {
        failed = !passed; // and stays busy: nothing follows
      }
    }
  }

  private synchronized T enter(int number, T result) {
    waiting.put(number, result);
    return busy ? null : following();
  }

  private synchronized T following() {
    T due = waiting.remove(next);
    busy = due != null;
    next += busy ? 1 : 0;
    return due;
  }

  /**
   * Does tasks on several threads and passes their results on in the order of the tasks. The
   * outcome is that of one thread: the first failure in that order is thrown, no result behind it
   * is passed on, and no further task is begun.
   */
  public static <T> void run(
      Workers workers, List<? extends Supplier<T>> tasks, Consumer<? super T> consumer) {
    InOrder<Runnable> order = new InOrder<>(Runnable::run);
    IntFunction<Runnable> numbered =
        i ->
            () -> {
              if (!order.failed) {
                order.bring(i, outcome(tasks.get(i), consumer));
              }
            };
    workers.run(IntStream.range(0, tasks.size()).mapToObj(numbered).toList());
  }

  private static <T> Runnable outcome(Supplier<T> task, Consumer<? super T> consumer) {
    try {
      T result = task.get();
      return () -> consumer.accept(result);
    } catch (RuntimeException | Error e) {
      return () -> {
        throw e;
      };
    }
  }
}
