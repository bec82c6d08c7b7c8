package gdtrain.cli.output;

import gdtrain.choice.VisibleText;
import gdtrain.cli.option.ShellCommand;
import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.report.TextWidth;
import gdtrain.report.explanation.TextStyle;
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
    String text = brief(VisibleText.of(ShellCommand.worded(line)));
    err.println(Screen.isTerminal() ? broken(text, Screen.columns()) : text);
  }

  /** Prints a line of a stack trace, with the tab before it. */
  public void trace(String line) {
    err.append(line.startsWith("\t") ? "\t" : "");
    err.append(VisibleText.of(line.stripLeading())).append('\n');
  }

  /** Where the command to paste starts that ends a line; the end if there is none. */
  private static int command(String text) {
    int colon = text.indexOf(": " + ShellCommand.program() + " ");
    return colon < 0 ? text.length() : colon + 1;
  }

  private static String brief(String text) {
    int command = command(text);
    return VisibleText.brief(text.substring(0, command)) + text.substring(command);
  }

  /** A command to paste has a line of its own, and a line of a table stays as it is. */
  private static String broken(String text, int width) {
    if (text.startsWith("  ") || TextWidth.of(text) <= width) {
      return text;
    }
    int command = command(text);
    String sentence = TextWidth.broken(text.substring(0, command), width);
    return command == text.length() ? sentence : sentence + "\n" + text.substring(command + 1);
  }

  /** Prints a line of text for people to standard output. */
  public void print(String line) {
    printData(shown(line));
  }

  /** A line of text for people as a terminal gets it. */
  public static String shown(String line) {
    return TextStyle.visible(ShellCommand.worded(line));
  }

  /** Prints a line of data to standard output, every character as it is. */
  public void printData(String line) {
    out.append(line).append('\n');
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
