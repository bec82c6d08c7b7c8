package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.OptionModel;
import gdtrain.cli.output.Console;
import gdtrain.report.TextWidth;
import gdtrain.run.setting.Command;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** A command of the program: what help says of it, and what it does. */
public interface CommandAction {
  /** Which command it is. */
  Command command();

  /**
   * What help says of it: what it does, what it reads and prints at length, and behind {@link
   * #EXAMPLES} some command lines.
   */
  List<String> description();

  /** Comes before the examples of a description. */
  String EXAMPLES = "Examples:";

  /**
   * The command line of it.
   *
   * @param brief whether its help explains only what is most used and what is its own
   */
  default CommandLine commandLine(boolean brief) {
    int examples = description().indexOf(EXAMPLES);
    return new CommandLine(
        OptionModel.of(
            command(),
            description().get(0),
            description().subList(examples + 1, description().size()),
            brief));
  }

  /** What it reads and prints, on lines of 80 characters. */
  default String details() {
    int examples = description().indexOf(EXAMPLES);
    return description().subList(1, examples).stream()
        .map(line -> TextWidth.broken(line, 80).replace("\n  ", "\n"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * Does it.
   *
   * @return the exit code
   * @throws IOException if an output cannot be written
   */
  int run(Invocation invocation, Console console) throws IOException;
}
