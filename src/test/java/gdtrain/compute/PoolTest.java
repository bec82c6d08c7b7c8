package gdtrain.compute;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PoolTest {
  @Test
  void givesOutTheLastUsedBeforeItMakesANewOne() {
    Pool<Object> pool = new Pool<>(Object::new);
    Object first = pool.take();
    Object second = pool.take();
    assertNotSame(first, second);
    pool.give(first);
    pool.give(second);
    assertSame(second, pool.take());
    assertSame(first, pool.take());
    assertNotSame(first, pool.take());
  }

  @Test
  void whoWantsOneMoreThanAllowedWaits() throws Exception {
    AtomicInteger made = new AtomicInteger();
    Pool<Integer> pool = new Pool<>(made::incrementAndGet, 2);
    pool.take();
    pool.take();
    CompletableFuture<Integer> third = CompletableFuture.supplyAsync(pool::take);
    pool.give(2);
    assertEquals(2, third.get(60, SECONDS));
    assertEquals(2, made.get());
  }

  @Test
  void aClosedPoolLetsGoWhoeverWaits() throws Exception {
    Pool<Object> pool = new Pool<>(Object::new, 0);
    CompletableFuture<Optional<Object>> waiting =
        CompletableFuture.supplyAsync(pool::takeUnlessClosed);
    pool.close();
    assertTrue(waiting.get(60, SECONDS).isEmpty());
    assertThrows(IllegalStateException.class, pool::take);
  }

  @Test
  void waitsOnAndPassesOnAnInterruption() throws Exception {
    Pool<Integer> pool = new Pool<>(() -> 1, 1);
    Integer one = pool.take();
    CompletableFuture<Integer> got = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              int taken = pool.take();
              got.complete(Thread.currentThread().isInterrupted() ? taken : 0);
            });
    thread.start();
    thread.interrupt();
    pool.give(one);
    assertEquals(1, got.get(60, SECONDS));
  }
}
