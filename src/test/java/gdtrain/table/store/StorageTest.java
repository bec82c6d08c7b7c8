package gdtrain.table.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StorageTest {
  @Test
  void givesMemoryUntilThereIsNoneLeft() {
    Storage storage = new Storage(100, Storage.temporaryFolder());
    assertTrue(storage.reserve(60));
    assertFalse(storage.reserve(41));
    assertEquals(40, storage.left());
    assertTrue(storage.reserve(40));
    assertTrue(storage.reserve(0));
    assertFalse(storage.reserve(1));
    assertEquals(0, storage.left());
  }

  @Test
  void givesNoByteTwiceWhenThreadsAsk() {
    Storage storage = new Storage(1000, Storage.temporaryFolder());
    assertEquals(
        333, IntStream.range(0, 100_000).parallel().filter(i -> storage.reserve(3)).count());
    assertEquals(1, storage.left());
  }

  @Test
  void givesNoMoreThanJavaHas() {
    Storage unlimited = Storage.unlimited();
    long left = unlimited.left();
    int much = Integer.MAX_VALUE;
    long most = Runtime.getRuntime().maxMemory() / much + 1;
    for (int i = 0; i < most; i++) {
      if (unlimited.allocate(much).isEmpty()) {
        assertEquals(left - (long) i * much, unlimited.left());
        return;
      }
    }
    throw new AssertionError("more than " + most + " times " + much + " bytes");
  }
}
