package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.run.setting.Command;
import java.util.List;

public final class ReportCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.REPORT;
  }

  @Override
  public List<String> description() {
    return List.of("x", EXAMPLES, "gdtrain report");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    return 0;
  }
}
