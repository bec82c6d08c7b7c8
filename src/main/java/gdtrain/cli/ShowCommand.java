package gdtrain.cli;

import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import gdtrain.report.ModelText;
import gdtrain.report.ParameterTable;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gdtrain show}: what a model file holds. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Shows the schema, the settings, the result and the parameters of a saved model on stdout."
    })
final class ShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "MODEL", description = "A model file.")
  private Path modelFile;

  @Option(
      names = "--params",
      description = "Only the parameters, as CSV: layer,output,input,value,scaled_value.")
  private boolean parameters;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Model model = ModelFile.read(modelFile);
    if (parameters) {
      console.out().append(new ParameterTable(model.parameters()).csv());
    } else {
      ModelText.lines(model).forEach(line -> console.out().append(line).append('\n'));
    }
    return ExitCode.OK;
  }
}
