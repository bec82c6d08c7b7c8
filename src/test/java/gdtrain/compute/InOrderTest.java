package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
  private static List<Supplier<Integer>> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> (Supplier<Integer>) () -> i).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void resultsComeInTheOrderOfTheTasks(int threads) {
    List<Integer> seen = new ArrayList<>();
    try (Workers workers = new Workers(threads)) {
      InOrder.run(workers, numbers(500), seen::add);
    }
    assertEquals(IntStream.range(0, 500).boxed().toList(), seen);
  }

  @Test
  void aTaskThatEndsFirstWaitsForThoseBeforeIt() {
    CountDownLatch second = new CountDownLatch(1);
    List<Supplier<String>> tasks =
        List.of(
            () -> {
              await(second);
              return "first";
            },
            () -> {
              second.countDown();
              return "second";
            });
    List<String> seen = new ArrayList<>();
    try (Workers workers = new Workers(2)) {
      InOrder.run(workers, tasks, seen::add);
    }
    assertEquals(List.of("first", "second"), seen);
  }

  @Test
  void tasksAreBegunWhileAResultIsTaken() {
    CountDownLatch begun = new CountDownLatch(1);
    Supplier<Integer> task =
        () -> {
          begun.countDown();
          return 1;
        };
    List<Integer> seen = new ArrayList<>();
    try (Workers workers = new Workers(2)) {
      InOrder.run(
          workers,
          List.of(() -> 0, task),
          result -> {
            await(begun);
            seen.add(result);
          });
    }
    assertEquals(List.of(0, 1), seen);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theFirstFailureInOrderIsMetWhateverTheThreads(int threads) {
    List<Supplier<Integer>> tasks = new ArrayList<>(numbers(50));
    for (int i = 20; i < 40; i++) {
      String number = Integer.toString(i);
      tasks.set(
          i,
          () -> {
            throw new IllegalStateException(number);
          });
    }
    List<Integer> seen = new ArrayList<>();
    try (Workers workers = new Workers(threads)) {
      IllegalStateException failure =
          assertThrows(IllegalStateException.class, () -> InOrder.run(workers, tasks, seen::add));
      assertEquals("20", failure.getMessage());
    }
    assertEquals(IntStream.range(0, 20).boxed().toList(), seen);
  }

  @Test
  void noTaskIsBegunOnceTheResultsAreNotWanted() {
    AtomicInteger begun = new AtomicInteger();
    List<Supplier<Integer>> tasks =
        IntStream.range(0, 9).mapToObj(i -> (Supplier<Integer>) begun::incrementAndGet).toList();
    try (Workers workers = new Workers(1)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              InOrder.run(
                  workers,
                  tasks,
                  result -> {
                    throw new IllegalStateException();
                  }));
    }
    assertEquals(1, begun.get());
  }

  @Test
  void resultsBroughtInAnotherOrderArePassedOnInTheirs() {
    List<Integer> taken = new ArrayList<>();
    InOrder<Integer> order = new InOrder<>(taken::add);
    for (int number : new int[] {2, 1, 4, 0, 3}) {
      order.bring(number, number);
    }
    assertEquals(List.of(0, 1, 2, 3, 4), taken);
  }

  @Test
  void resultsOfSeveralThreadsArePassedOnOneAtATime() {
    List<Integer> taken = new ArrayList<>(); // not safe by itself
    InOrder<Integer> order = new InOrder<>(taken::add);
    AtomicInteger next = new AtomicInteger();
    try (Workers workers = new Workers(3)) {
      workers.runOnEach(
          () -> {
            for (int i = next.getAndIncrement(); i < 20_000; i = next.getAndIncrement()) {
              order.bring(i, i);
            }
          },
          () -> {});
    }
    assertEquals(IntStream.range(0, 20_000).boxed().toList(), taken);
  }

  @Test
  void nothingIsPassedOnAfterAFailure() {
    List<Integer> taken = new ArrayList<>();
    InOrder<Integer> order =
        new InOrder<>(
            number -> {
              if (number == 1) {
                throw new IllegalStateException();
              }
              taken.add(number);
            });
    order.bring(0, 0);
    order.bring(2, 2);
    assertThrows(IllegalStateException.class, () -> order.bring(1, 1));
    order.bring(3, 3);
    assertEquals(List.of(0), taken);
  }
}
