package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.ShellCommand;
import gdtrain.model.BadModel;
import gdtrain.model.ModelFile;
import gdtrain.run.AppliedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The model that a command applies to data. */
final class ModelOperand {
  private ModelOperand() {}

  /**
   * Reads the first operand.
   *
   * @throws InvalidSetting if the second is the model
   */
  static AppliedModel read(Invocation invocation) {
    String model = invocation.model();
    try {
      return AppliedModel.read(model, invocation.values());
    } catch (BadModel e) {
      Optional<String> given = invocation.data().stream().findFirst();
      if (given.filter(ModelOperand::isModel).isPresent()) {
        String data = given.get();
        List<String> words = List.of(invocation.command().word(), data, model);
        throw new InvalidSetting(
            "the model comes before the data: " + new ShellCommand(words).text(), e);
      }
      throw e;
    }
  }

  private static boolean isModel(String file) {
    try {
      ModelFile.read(Path.of(file));
      return true;
    } catch (BadModel e) {
      return false;
    }
  }
}
