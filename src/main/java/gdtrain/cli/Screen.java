package gdtrain.cli;

import gdtrain.report.explanation.TextStyle;
import java.util.Map;

/**
 * What stderr is. Java cannot tell; the launcher tells the width of the terminal, if it is one.
 *
 * @param shown whether something is drawn on it
 * @param width characters of a line
 */
record Screen(boolean shown, int width) {
  private static final String ERRORS = "gdtrain.stderr.columns";
  private static final String OUTPUT = "gdtrain.stdout.columns";
  private static final int USUAL = 80;

  /** Whether stderr is a terminal. */
  static boolean isTerminal() {
    return System.getProperty(ERRORS) != null;
  }

  /** Whether stdout is a terminal. */
  static boolean isStandardOutputToo() {
    return System.getProperty(OUTPUT) != null;
  }

  /** The characters of a line: those of the terminal, or 80 where it does not say. */
  static int columns() {
    return columns(ERRORS);
  }

  private static int columns(String stream) {
    int columns = Integer.getInteger(stream, 0);
    return columns > 20 ? columns : USUAL;
  }

  /** What stdout is: 80 characters wide and without colours where it is no terminal. */
  static TextStyle paper() {
    return paper(isStandardOutputToo(), System.getenv());
  }

  /** Colours as https://no-color.org has it. */
  static TextStyle paper(boolean terminal, Map<String, String> environment) {
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.getOrDefault("TERM", "dumb"));
    return new TextStyle(terminal ? columns(OUTPUT) : USUAL, terminal && !plain);
  }
}
