package gdtrain.cli.output;

import gdtrain.cli.option.ShellCommand;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * The streams of a command.
 *
 * @param in standard input
 * @param out data only
 * @param err everything for people
 */
public record Console(InputStream in, PrintStream out, PrintStream err) {
  /** Tells the user something, as one line. */
  public void say(String line) {
    err.println(ShellCommand.worded(line));
  }

  /** Prints a line of text to standard output. */
  public void print(String line) {
    out.append(ShellCommand.worded(line)).append('\n');
  }

  /** Takes what is said about a command: on stderr, or not at all if the user wants quiet. */
  public Consumer<String> notes(boolean quiet) {
    return quiet ? line -> {} : this::say;
  }
}
