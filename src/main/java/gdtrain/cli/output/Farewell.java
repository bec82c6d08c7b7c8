package gdtrain.cli.output;

/** Says, when a signal ends the process, that it did not come to its end by itself. */
public final class Farewell extends Thread {
  private volatile boolean over;

  private Farewell() {
    super("gdtrain-farewell");
  }

  /** Waits for the end of the process. */
  public static Farewell await() {
    Farewell farewell = new Farewell();
    Runtime.getRuntime().addShutdownHook(farewell);
    return farewell;
  }

  /** All was done; nothing is left to be said. */
  public void over() {
    over = true;
  }

  @Override
  public void run() {
    if (!over) {
      System.err.println("gdtrain: interrupted: ended at once, before the work was done");
    }
  }
}
