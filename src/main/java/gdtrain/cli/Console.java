package gdtrain.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The streams of a run.
 *
 * @param in standard input
 * @param out data only
 * @param err everything for people
 */
record Console(InputStream in, PrintStream out, PrintStream err) {
  /** Tells the user something, as one line. */
  void say(String line) {
    err.println(SettingWords.worded(line));
  }
}
