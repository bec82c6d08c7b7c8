package gdtrain.compute;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void runEveryTaskOnce(int threads) {
    AtomicIntegerArray runs = new AtomicIntegerArray(100);
    List<Runnable> tasks = tasks(i -> runs.incrementAndGet(i), 100);
    try (Workers workers = new Workers(threads)) {
      workers.run(tasks);
      workers.run(tasks.subList(0, 1));
      workers.run(List.of());
    }
    assertEquals(2, runs.get(0));
    for (int i = 1; i < 100; i++) {
      assertEquals(1, runs.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void throwTheFailureAgainOnceAllTasksHaveEnded(int threads) {
    RuntimeException failure = new IllegalStateException("task 3");
    AtomicIntegerArray runs = new AtomicIntegerArray(20);
    try (Workers workers = new Workers(threads)) {
      List<Runnable> tasks =
          tasks(
              i -> {
                runs.incrementAndGet(i);
                if (i == 3) {
                  throw failure;
                }
              },
              20);
      assertSame(failure, assertThrows(RuntimeException.class, () -> workers.run(tasks)));
      assertEquals(20, IntStream.range(0, 20).map(runs::get).sum());
      workers.run(tasks.subList(4, 20)); // they serve on
      assertEquals(36, IntStream.range(0, 20).map(runs::get).sum());
    }
  }

  @Test
  void throwTheFirstOfTwoFailures() {
    RuntimeException first = new IllegalStateException();
    try (Workers workers = new Workers(1)) {
      List<Runnable> tasks = List.of(failing(first), failing(new IllegalArgumentException()));
      assertSame(first, assertThrows(RuntimeException.class, () -> workers.run(tasks)));
    }
  }

  @Test
  void throwErrorsAgain() {
    try (Workers workers = new Workers(2)) {
      Runnable task =
          () -> {
            throw new OutOfMemoryError("asked for");
          };
      assertThrows(OutOfMemoryError.class, () -> workers.run(List.of(task, task)));
    }
  }

  @Test
  void workAtTheSameTimeTheCallerAmongThem() {
    CyclicBarrier barrier = new CyclicBarrier(3);
    Thread[] ran = new Thread[3];
    try (Workers workers = new Workers(3)) {
      workers.run(
          tasks(
              i -> {
                ran[i] = Thread.currentThread();
                await(barrier); // goes on only when all three are here
              },
              3));
    }
    assertNotSame(ran[0], ran[1]);
    assertNotSame(ran[1], ran[2]);
    assertNotSame(ran[0], ran[2]);
    assertTrue(List.of(ran).contains(Thread.currentThread()));
  }

  @Test
  void endTheirThreadsWhenClosed() throws InterruptedException {
    CyclicBarrier barrier = new CyclicBarrier(2);
    Thread[] ran = new Thread[2];
    Workers workers = new Workers(2);
    List<Runnable> tasks =
        tasks(
            i -> {
              ran[i] = Thread.currentThread();
              await(barrier);
            },
            2);
    workers.run(tasks);
    Thread helper = ran[ran[0] == Thread.currentThread() ? 1 : 0];
    assertTrue(helper.isDaemon());
    workers.close();
    helper.join(SECONDS.toMillis(60));
    assertFalse(helper.isAlive());
    assertThrows(RejectedExecutionException.class, () -> workers.run(tasks));
  }

  @Test
  void stopTheWorkOfAllThreadsWhereItFailsOnOne() {
    AtomicBoolean stopped = new AtomicBoolean();
    AtomicBoolean first = new AtomicBoolean(true);
    Runnable work =
        () -> {
          if (first.getAndSet(false)) {
            throw new IllegalStateException("no");
          }
          while (!stopped.get()) {
            Thread.onSpinWait();
          }
        };
    try (Workers workers = new Workers(3)) {
      assertThrows(
          IllegalStateException.class, () -> workers.runOnEach(work, () -> stopped.set(true)));
    }
    assertTrue(stopped.get());
  }

  @Test
  void finishBeforeTheyPassOnAnInterruption() {
    AtomicIntegerArray runs = new AtomicIntegerArray(50);
    try (Workers workers = new Workers(4)) {
      Thread.currentThread().interrupt();
      workers.run(tasks(i -> runs.incrementAndGet(i), 50));
      assertTrue(Thread.interrupted());
    }
    assertEquals(50, IntStream.range(0, 50).map(runs::get).sum());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void areAtLeastOne(int threads) {
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> new Workers(threads).close())
            .getMessage();
    assertEquals("threads must be at least 1, not " + threads, sentence);
  }

  private interface Numbered {
    void run(int number);
  }

  private static List<Runnable> tasks(Numbered work, int count) {
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      tasks.add(() -> work.run(number));
    }
    return tasks;
  }

  private static Runnable failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(60, SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the tasks do not run at the same time", e);
    }
  }
}
