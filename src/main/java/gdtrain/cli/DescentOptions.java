package gdtrain.cli;

import gdtrain.optimizer.AutomaticStep;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.Schedules;
import gdtrain.optimizer.UpdateRule;
import gdtrain.train.Limits;
import gdtrain.train.Method;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The model and how descent goes. */
final class DescentOptions {
  @Option(
      names = "--intercept",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "With a constant term; without, numeric inputs are scaled but not centred."
              + " Default: with.")
  boolean intercept = true;

  @Option(
      names = "--l1",
      paramLabel = "N",
      defaultValue = "0",
      description = "Adds N x the sum of |weight| to the loss; proximal steps. Default: 0.")
  double l1;

  @Option(
      names = "--l2",
      paramLabel = "N",
      defaultValue = "0",
      description = "Adds N/2 x the sum of weight^2 to the loss, on scaled inputs. Default: 0.")
  double l2;

  @Option(
      names = "--lr",
      paramLabel = "auto|N",
      defaultValue = "auto",
      description =
          "Learning rate, the length of a step: parameter = parameter - N x gradient."
              + " auto: from the curvature met so far. Default: ${DEFAULT-VALUE}.")
  String learningRate = "auto";

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Most steps; each uses all rows. Default: ${DEFAULT-VALUE}.")
  int epochs = 1000;

  @Option(
      names = "--tolerance",
      paramLabel = "N",
      defaultValue = "1e-8",
      description =
          "Converged when the estimated distance to the minimum is at most N x the norm of the"
              + " weights; 0 for never. Default: ${DEFAULT-VALUE}.")
  double tolerance = 1e-8;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Stop after the epoch in which this time is over.")
  Double seconds;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "With --validation: stop after N epochs without a new lowest validation loss.")
  Integer patience;

  Method method() {
    if (learningRate.equals("auto")) {
      return new Method.Searching(new AutomaticStep());
    }
    try {
      return new Method.Updating(
          (UpdateRule) Optimizers.CATALOG.choose("gd"),
          Double.parseDouble(learningRate),
          Schedules.CATALOG.choose("constant"),
          OptionalDouble.empty());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--lr must be a number above 0, or auto, not '%s'".formatted(learningRate), e);
    }
  }

  Limits limits() {
    return new Limits(
        epochs,
        tolerance,
        seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds),
        patience == null ? OptionalInt.empty() : OptionalInt.of(patience));
  }
}
