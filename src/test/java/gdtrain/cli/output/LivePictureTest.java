package gdtrain.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LivePictureTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void aShortRunIsDrawnOnceWithoutEscapeCodes() {
    try (LivePicture live = new LivePicture(out, () -> List.of("one", "two"), () -> 7)) {
      live.begin();
    }

    assertEquals("one\ntwo\n", bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void isDrawnOverTheOneBeforeAndStays() throws InterruptedException {
    AtomicInteger version = new AtomicInteger(1);
    CountDownLatch second = new CountDownLatch(2);
    try (LivePicture live =
        new LivePicture(
            out,
            () -> {
              second.countDown();
              return List.of("head", "value " + version.getAndSet(2));
            },
            version::get)) {
      live.begin();
      second.await();
    }

    assertEquals(
        "head\nvalue 1\n\r\u001b[2Ahead\u001b[K\nvalue 2\u001b[K\n",
        bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void isDrawnBelowOnceOthersWriteLines() throws InterruptedException {
    AtomicInteger version = new AtomicInteger(1);
    CountDownLatch first = new CountDownLatch(1);
    try (LivePicture live =
        new LivePicture(
            out,
            () -> {
              first.countDown();
              return List.of("value " + version.get());
            },
            version::get)) {
      live.begin();
      first.await();
      live.stop();
      version.set(2);
      TimeUnit.MILLISECONDS.sleep(200); // enough to be drawn over three times
    }

    assertEquals("value 1\nvalue 2\n", bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void nothingIsDrawnWhereThereIsNothing() {
    try (LivePicture live = new LivePicture(out, List::of, () -> 0)) {
      live.begin();
    }

    assertTrue(bytes.size() == 0);
  }
}
