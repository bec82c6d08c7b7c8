package gdtrain.cli;

/**
 * What stderr is. Java cannot tell; the launcher tells the width of the terminal, if it is one.
 *
 * @param shown whether something is drawn on it
 * @param width characters of a line
 */
record Screen(boolean shown, int width) {
  private static final String ERRORS = "gdtrain.stderr.columns";
  private static final String OUTPUT = "gdtrain.stdout.terminal";

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
    int columns = Integer.getInteger(ERRORS, 0);
    return columns > 20 ? columns : 80;
  }
}
