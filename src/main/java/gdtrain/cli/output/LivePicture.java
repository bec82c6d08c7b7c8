package gdtrain.cli.output;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A picture on a terminal that follows what it shows, until it is closed. The first is drawn after
 * {@value #FIRST} milliseconds, each further one over the one before. What others write meanwhile
 * should be no whole lines; what they write in the end stays below the picture.
 */
public final class LivePicture implements AutoCloseable {
  private static final long FIRST = 300;
  private static final long NEXT = 60;

  private final PrintStream out;
  private final Supplier<List<String>> picture;
  private final LongSupplier version;
  private final Thread thread = new Thread(this::follow, "gdtrain-picture");
  private long drawn;
  private int height;
  private boolean ended;

  /**
   * Nothing is drawn yet.
   *
   * @param picture its lines
   * @param version another number whenever they may have changed; 0: there is nothing to draw
   */
  public LivePicture(PrintStream out, Supplier<List<String>> picture, LongSupplier version) {
    this.out = out;
    this.picture = picture;
    this.version = version;
    thread.setDaemon(true);
  }

  /** Begins to follow. */
  public void begin() {
    thread.start();
  }

  private synchronized void follow() {
    try {
      TimeUnit.MILLISECONDS.timedWait(this, FIRST);
      while (!ended) {
        if (version.getAsLong() != drawn) {
          draw(height);
        }
        TimeUnit.MILLISECONDS.timedWait(this, NEXT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Draws over the lines above. */
  private void draw(int above) {
    drawn = version.getAsLong();
    List<String> lines = picture.get();
    StringBuilder text = new StringBuilder(above > 0 ? "\r\u001b[" + above + "A" : "");
    lines.forEach(line -> text.append(line).append(above > 0 ? "\u001b[K\n" : "\n"));
    height = lines.size();
    out.append(text);
    out.flush();
  }

  /** From now on nothing is drawn over: others have begun to write lines. */
  public synchronized void stop() {
    ended = true;
    notifyAll();
  }

  /**
   * Leaves the last picture: the one that is there, or, where rows came since, another one below,
   * since what was written between cannot be told from its lines.
   */
  @Override
  public synchronized void close() {
    stop();
    if (version.getAsLong() != drawn) {
      draw(0);
    }
  }
}
