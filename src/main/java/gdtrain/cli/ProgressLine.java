package gdtrain.cli;

import gdtrain.report.NumberText;
import gdtrain.train.Epoch;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A line on the screen that says how far a run is, from its second second on, at most ten times a
 * second. Nothing of it stays when it ends.
 */
final class ProgressLine implements AutoCloseable {
  private static final int MILLISECONDS = 100;

  private final Screen screen;
  private final PrintStream out;
  private final int epochs;
  private long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
  private ProgressBar bar;
  private boolean ended;

  /**
   * A line that has yet to be drawn.
   *
   * @param epochs that the run has at most
   */
  ProgressLine(Screen screen, PrintStream out, int epochs) {
    this.screen = screen;
    this.out = out;
    this.epochs = epochs;
    this.ended = !screen.shown();
  }

  /** Hears of every epoch. */
  synchronized void accept(Epoch epoch) {
    if (ended || System.nanoTime() - next < 0) {
      return;
    }
    next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLISECONDS);
    if (bar == null) {
      bar = bar(epoch.number());
    }
    bar.stepTo(epoch.number()).setExtraMessage(" loss " + NumberText.text(epoch.loss()));
  }

  private ProgressBar bar(int from) {
    return ProgressBar.builder()
        .setTaskName("epoch")
        .setInitialMax(epochs)
        .startsFrom(from, Duration.ofSeconds(1))
        .setUpdateIntervalMillis(MILLISECONDS)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .setConsumer(new DelegatingProgressBarConsumer(this::draw, screen.width() - 1))
        .build();
  }

  private void draw(String line) {
    out.print('\r' + line);
    out.flush();
  }

  /** A way to say something where the line was. */
  Consumer<String> before(Consumer<String> say) {
    return line -> {
      end();
      say.accept(line);
    };
  }

  /** Takes the line off the screen for good. */
  synchronized void end() {
    ended = true;
    if (bar != null) {
      bar.close();
      bar = null;
      draw(" ".repeat(screen.width() - 1) + '\r');
    }
  }

  @Override
  public void close() {
    end();
  }
}
