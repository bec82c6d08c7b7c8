package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.OptionModel;
import gdtrain.cli.output.Console;
import gdtrain.run.setting.Command;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;

/** A command of the program: what help says of it, and what it does. */
public interface CommandAction {
  /** Which command it is. */
  Command command();

  /** What help says of it, line by line; the first says what it does. */
  List<String> description();

  /** The command line of it. */
  default CommandLine commandLine() {
    return new CommandLine(OptionModel.of(command(), description()));
  }

  /**
   * Does it.
   *
   * @return the exit code
   * @throws IOException if an output cannot be written
   */
  int run(Invocation invocation, Console console) throws IOException;
}
