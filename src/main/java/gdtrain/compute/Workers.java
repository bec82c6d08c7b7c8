package gdtrain.compute;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Threads that share out a list of tasks. Each task writes only to what it owns, so the outcome
 * does not depend on which thread ran it, nor on how many there are.
 */
public final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  /**
   * @param threads how many threads work at once, the caller's among them; at least 1
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    this.threads = threads;
    this.pool = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1, Workers::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gdtrain-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs all tasks and returns when the last has ended; the first failure is thrown again here. */
  public void run(List<? extends Runnable> tasks) {
    int helpers = Math.min(threads, tasks.size()) - 1;
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch running = new CountDownLatch(Math.max(helpers, 0));
    for (int i = 0; i < helpers; i++) {
      pool.execute(
          () -> {
            drain(tasks, next, failure);
            running.countDown();
          });
    }
    drain(tasks, next, failure);
    awaitAll(running);
    rethrow(failure.get());
  }

  /**
   * Runs the same work on all threads at once, such as taking things off a queue until it is empty.
   * Returns when it has ended on all of them; the first failure is thrown again here.
   *
   * @param stop makes the work end on the other threads; called where it fails on one
   */
  public void runOnEach(Runnable work, Runnable stop) {
    Runnable stopping =
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error e) {
            stop.run();
            throw e;
          }
        };
    run(Collections.nCopies(threads, stopping));
  }

  private static void drain(
      List<? extends Runnable> tasks, AtomicInteger next, AtomicReference<Throwable> failure) {
    for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
      try {
        tasks.get(i).run();
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    }
  }

  private static void awaitAll(CountDownLatch running) {
    boolean interrupted = false;
    while (running.getCount() > 0) {
      try {
        running.await();
      } catch (InterruptedException e) {
        interrupted = true; // the arrays are still in use: first let the step end
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
