package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gdtrain explain}: the gradient, parameter by parameter and row by row. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "gdtrain explain [OPTIONS] DATA",
    description = {
      "Explains the gradient at a point of the run that fit would make, with the data's own numbers:"
          + " which parameter it says to raise or to lower, the step that the run takes, what that"
          + " does to the loss, and which rows want it. stdout has the explanation.",
      "",
      "Parameters, the most important first; csv:"
          + " layer,output,input,value,gradient,direction,step,next,change,bend,share. value: acts on"
          + " scaled inputs. gradient: of loss and penalty, over all rows and units. direction: raise"
          + " where the gradient is below 0, lower where it is above, or stay. step: from here to the"
          + " run's next epoch, whatever its optimizer. change: gradient x step, what it does to the"
          + " loss if the slope stays. bend: half of step x (Hessian x step), what the curvature adds;"
          + " only where that is exact, for linear models under squared loss. A table has next and bend where"
          + " they leave the names whole."
          + " share: |change| over the sum of all |change|, so that shares of steps up and down sum to"
          + " 1. Heights and slopes are in the unit of the target's column.",
      "",
      "--rows, the strongest first; csv: line,truth,prediction,probability,loss,weight,slope,pull,share."
          + " loss and slope: of the row alone. slope: dloss/dprediction, such as 2 (prediction -"
          + " truth); where the network's raw output is no prediction, dloss/draw: of the logarithm"
          + " for counts and amounts, of the raw output of the truth for classes. pull: weight x slope /"
          + " total weight, its part in the mean loss. share: of the sum of all rows' |pull|.",
      "",
      "json has the heights, largest_stable_lr and condition_number with their kind (exact, bound or"
          + " local), and the optimum where it is known, before the parameters, rows or row."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private Inspection inspection;

  @ArgGroup(validate = false, order = 6, heading = "%nExplanation:%n")
  private ExplainOptions options = new ExplainOptions();

  @ArgGroup(validate = false, order = 7, heading = "%nPoint:%n")
  private PointOptions point = new PointOptions();

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Optional<StartModel> model = guarded(spec, this::checked);
    return inspection.inspect(
        spec,
        console,
        model,
        (run, notes) -> {
          Explanation explanation =
              new Explanation(run, point.reach(run, notes), model.map(StartModel::file));
          explanation.write(options, console.out());
          return ExitCode.OK;
        });
  }

  private Optional<StartModel> checked() {
    options.check();
    options.format();
    point.check();
    return point.model();
  }
}
