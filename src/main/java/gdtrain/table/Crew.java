package gdtrain.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Threads that do the same work together, until it is done or fails on one of them. */
final class Crew {
  private final Runnable work;
  private final Runnable stop;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private Crew(Runnable work, Runnable stop) {
    this.work = work;
    this.stop = stop;
  }

  /**
   * Returns when the work has ended on all threads; the first failure is thrown again here.
   *
   * @param threads how many work, the caller's among them
   * @param stop makes the work end on the other threads
   */
  static void run(int threads, Runnable work, Runnable stop) {
    Crew crew = new Crew(work, stop);
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      Thread thread = new Thread(crew::work, "gdtrain-reader");
      thread.setDaemon(true);
      thread.start();
      others.add(thread);
    }
    crew.work();
    others.forEach(Crew::await);
    crew.rethrow();
  }

  private void work() {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      stop.run();
    }
  }

  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // what the thread writes to is still in use: first let it end
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrow() {
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
