package gdtrain.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedTest {
  @Test
  void takesThingsInOrderWhenTheyComeInAnother() {
    List<Integer> taken = new ArrayList<>();
    Ordered<Integer> order = new Ordered<>(taken::add);
    for (int number : new int[] {2, 1, 4, 0, 3}) {
      order.bring(number, number);
    }
    assertEquals(List.of(0, 1, 2, 3, 4), taken);
  }

  @Test
  void takesAllThatSeveralThreadsBringOneAtATime() {
    List<Integer> taken = new ArrayList<>(); // not safe by itself
    Ordered<Integer> order = new Ordered<>(taken::add);
    AtomicInteger next = new AtomicInteger();
    Crew.run(
        3,
        () -> {
          for (int i = next.getAndIncrement(); i < 20_000; i = next.getAndIncrement()) {
            order.bring(i, i);
          }
        },
        () -> {});
    assertEquals(IntStream.range(0, 20_000).boxed().toList(), taken);
  }

  @Test
  void theFailureOfOneThreadStopsTheOthersAndIsThrownAgain() {
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
    assertThrows(IllegalStateException.class, () -> Crew.run(3, work, () -> stopped.set(true)));
    assertTrue(stopped.get());
  }
}
