package gdtrain.cli;

import gdtrain.checkpoint.CannotResume;
import gdtrain.model.BadModel;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Marks the part of a command in which a refused argument is the user's. */
final class UsageGuard {
  private UsageGuard() {}

  /** Runs the part; an {@link IllegalArgumentException} in it is wrong usage. */
  static <T> T guarded(CommandSpec spec, Callable<T> part) throws Exception {
    try {
      return part.call();
    } catch (ParameterException | BadModel | CannotResume e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), SettingWords.sentence(e), e);
    }
  }
}
