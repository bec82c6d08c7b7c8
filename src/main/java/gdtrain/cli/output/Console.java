package gdtrain.cli.output;

import gdtrain.cli.option.ShellCommand;
import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.report.TextWidth;
import java.io.InputStream;
import java.io.OutputStream;
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
  /** Tells the user something, as one line, which is broken at words on a terminal. */
  public void say(String line) {
    String text = ShellCommand.worded(line);
    err.println(Screen.isTerminal() ? broken(text, Screen.columns()) : text);
  }

  /** A command to paste has a line of its own, and a line of a table stays as it is. */
  private static String broken(String text, int width) {
    if (text.startsWith("  ") || TextWidth.of(text) <= width) {
      return text;
    }
    int command = text.indexOf(": " + ShellCommand.program() + " ");
    return command < 0
        ? TextWidth.broken(text, width)
        : TextWidth.broken(text.substring(0, command + 1), width)
            + "\n"
            + text.substring(command + 2);
  }

  /** Prints a line of text to standard output. */
  public void print(String line) {
    out.append(ShellCommand.worded(line)).append('\n');
  }

  /** These streams without standard output, which its reader has closed. */
  Console withoutOut() {
    return new Console(in, new PrintStream(OutputStream.nullOutputStream()), err);
  }

  /** Takes what is said about a command: on stderr, or not at all if the user wants quiet. */
  public Consumer<String> notes(boolean quiet) {
    return quiet ? line -> {} : this::say;
  }
}
