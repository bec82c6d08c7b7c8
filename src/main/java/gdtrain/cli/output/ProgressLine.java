package gdtrain.cli.output;

import gdtrain.report.NumberText;
import gdtrain.report.explanation.TextStyle;
import gdtrain.train.Epoch;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A line on the screen that says how far a run is, from its second second on, at most ten times a
 * second. Nothing of it stays when it ends.
 */
public final class ProgressLine implements AutoCloseable {
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
  public ProgressLine(Screen screen, PrintStream out, int epochs) {
    this.screen = screen;
    this.out = out;
    this.epochs = epochs;
    this.ended = !screen.shown();
  }

  /** Hears of every epoch. */
  public synchronized void accept(Epoch epoch) {
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
  public Consumer<String> before(Consumer<String> say) {
    return line -> {
      end();
      say.accept(line);
    };
  }

  /** Takes the line off the screen for good. */
  public synchronized void end() {
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

  /**
   * What stderr is. Java cannot tell; the launcher tells the width of the terminal, if it is one.
   *
   * @param shown whether something is drawn on it
   * @param width characters of a line
   */
  public record Screen(boolean shown, int width) {
    private static final String ERRORS = "gdtrain.stderr.columns";
    private static final String OUTPUT = "gdtrain.stdout.columns";
    private static final String OUTPUT_ROWS = "gdtrain.stdout.rows";
    private static final String INPUT = "gdtrain.stdin.terminal";
    private static final String ERROR_ROWS = "gdtrain.stderr.rows";
    private static final int USUAL_ROWS = 24;
    private static final int USUAL = 80;

    /** Whether stderr is a terminal. */
    public static boolean isTerminal() {
      return System.getProperty(ERRORS) != null;
    }

    /** Whether stdout is a terminal. */
    public static boolean isStandardOutputToo() {
      return System.getProperty(OUTPUT) != null;
    }

    /** Whether someone at a terminal reads stdout and types what is stdin. */
    public static boolean isDialogue() {
      return isStandardOutputToo() && System.getProperty(INPUT) != null;
    }

    /** Whether terminals of this locale show braille and box-drawing characters. */
    public static boolean hasBraille() {
      return "UTF-8".equalsIgnoreCase(System.getProperty("native.encoding"));
    }

    /** The characters of a line: those of the terminal, or 80 where it does not say. */
    public static int columns() {
      return columns(ERRORS);
    }

    /** The lines of the terminal that stdout is, or 24. */
    public static int rows() {
      int rows = Integer.getInteger(OUTPUT_ROWS, 0);
      return rows > 0 ? rows : USUAL_ROWS;
    }

    /** The lines of the terminal that stderr is, or 24. */
    public static int errorRows() {
      int rows = Integer.getInteger(ERROR_ROWS, 0);
      return rows > 0 ? rows : USUAL_ROWS;
    }

    private static int columns(String stream) {
      int columns = Integer.getInteger(stream, 0);
      return columns > 20 ? columns : USUAL;
    }

    /** What stdout is: 80 characters wide and without colours where it is no terminal. */
    public static TextStyle paper() {
      return paper(isStandardOutputToo(), System.getenv());
    }

    /** What stderr is, a terminal. */
    public static TextStyle errorPaper() {
      return new TextStyle(columns(ERRORS), hasColours(System.getenv()));
    }

    /** Colours as https://no-color.org has it. */
    public static TextStyle paper(boolean terminal, Map<String, String> environment) {
      return new TextStyle(terminal ? columns(OUTPUT) : USUAL, terminal && hasColours(environment));
    }

    private static boolean hasColours(Map<String, String> environment) {
      return environment.getOrDefault("NO_COLOR", "").isEmpty()
          && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
    }
  }
}
