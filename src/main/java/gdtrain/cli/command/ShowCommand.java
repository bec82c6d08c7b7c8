package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import gdtrain.report.ModelText;
import gdtrain.report.ParameterTable;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Settings;
import java.nio.file.Path;
import java.util.List;

/** {@code gdtrain show}: what a model file holds. */
public final class ShowCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.SHOW;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Shows the schema, the settings, the result and the parameters of a saved model on stdout.",
        EXAMPLES,
        "gdtrain show cars.json",
        "gdtrain show cars.json --params",
        "gdtrain show cars.json --params | sort -t, -k4,4g");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    ModelFile.Content content = ModelFile.content(Path.of(invocation.model()));
    Model model = content.model();
    if (!invocation.values().get(Settings.SHOW_TRUST)) {
      content.doubt().ifPresent(sentence -> console.say("warning: " + sentence));
    }
    ParameterTable parameters = new ParameterTable(model.parameters());
    parameters.warning().ifPresent(sentence -> console.say("warning: " + sentence));
    if (invocation.values().get(Settings.SHOW_PARAMS)) {
      console.out().append(parameters.csv());
    } else {
      ModelText.lines(model).forEach(console::print);
    }
    return ExitCode.OK;
  }
}
