package gdtrain.compute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Tasks done by several threads whose results are handed on in the order of the tasks, each as soon
 * as all before it are there. What is met is what one thread would have met: the first failure, in
 * that order, ends it, and nothing behind it is handed on.
 *
 * @param <T> what a task gives
 */
public final class InOrder<T> {
  private final Consumer<? super T> consumer;
  private final Map<Integer, Runnable> outcomes = new HashMap<>();
  private int next;
  private volatile boolean stopped;

  private InOrder(Consumer<? super T> consumer) {
    this.consumer = consumer;
  }

  /** Does all tasks; the consumer is called by one thread at a time. */
  public static <T> void run(
      Workers workers, List<? extends Supplier<T>> tasks, Consumer<? super T> consumer) {
    InOrder<T> order = new InOrder<>(consumer);
    workers.run(
        IntStream.range(0, tasks.size())
            .mapToObj(i -> (Runnable) () -> order.perform(i, tasks.get(i)))
            .toList());
  }

  private void perform(int index, Supplier<T> task) {
    if (!stopped) {
      take(index, outcome(task));
    }
  }

  private Runnable outcome(Supplier<T> task) {
    try {
      T result = task.get();
      return () -> consumer.accept(result);
    } catch (RuntimeException | Error e) {
      return () -> {
        throw e;
      };
    }
  }

  private synchronized void take(int index, Runnable outcome) {
    outcomes.put(index, outcome);
    while (!stopped && outcomes.containsKey(next)) {
      boolean taken = false;
      try {
        outcomes.remove(next++).run();
        taken = true;
      } finally {
        stopped = !taken;
      }
    }
  }
}
