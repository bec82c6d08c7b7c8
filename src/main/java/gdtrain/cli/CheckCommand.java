package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import gdtrain.insight.GradientCheck;
import gdtrain.insight.GradientCheck.CheckedLayer;
import gdtrain.report.CheckTable;
import gdtrain.report.NumberText;
import gdtrain.report.TableFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gdtrain check}: backpropagation against differences of the objective. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "gdtrain check [OPTIONS] DATA",
    description = {
      "Checks the gradient by which fit would descend: every parameter's slope by backpropagation against"
          + " differences of the objective to both sides of it.",
      "",
      "It takes the options of fit but those that say when a run stops. Two points are checked: the"
          + " start, or what --at or --model says, and a random one near it, drawn by --seed, since"
          + " many slopes are exactly 0 at a start. Dropout leaves nothing out here.",
      "",
      "stdout has a row for every layer, --format csv: layer,parameters,checked,excused,error,output,"
          + "input,backpropagated,differences. error: the largest distance between both slopes, as a"
          + " share of the largest slope of the layer; then the parameter it is of and its two slopes,"
          + " on scaled inputs. excused: parameters whose slope differences tell at neither point, for"
          + " a kink or for rounding; if they are more than a quarter, the check fails.",
      "",
      "The status is 1 if the error of a layer is above --tolerance. The sentence then names the last such"
          + " layer: a fault there spoils all layers before it."
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private final Inspection inspection;

  @ArgGroup(validate = false, order = 7, heading = "%nPoint:%n")
  private PointOptions point = new PointOptions();

  @ArgGroup(validate = false, order = 8, heading = "%nCheck:%n")
  private CheckOptions options = new CheckOptions();

  CheckCommand(Console console) {
    this(console, new SeededOptions());
  }

  /** Checks runs of other options. */
  CheckCommand(Console console, RunOptions options) {
    this.console = console;
    this.inspection = new Inspection(options);
  }

  /** A check draws its second point, whatever the run draws. */
  static class SeededOptions extends RunOptions {
    @Override
    boolean random(FitPlan plan) {
      return true;
    }
  }

  @Override
  public Integer call() throws Exception {
    TableFormat format = guarded(spec, this::format);
    Optional<StartModel> model = guarded(spec, point::model);
    return inspection.inspect(spec, console, model, (run, notes) -> check(run, format, notes));
  }

  private TableFormat format() {
    point.check();
    return options.checked();
  }

  private int check(TrainingRun run, TableFormat format, Notes notes) {
    double[] here = point.reach(run, notes).parameters();
    if (run.network().drops()) {
      notes.accept("dropout leaves nothing out here: the gradient of the whole network is checked");
    }
    CheckTable table =
        new CheckTable(
            layers(run, here),
            run.parameters(Arrays.stream(here).boxed().toList()),
            run.units().scaled().factor());
    console.out().append(table.text(format, options.tolerance)).flush();
    table.notes().forEach(notes);
    Optional<String> fault = table.fault(options.tolerance, names(run));
    if (fault.isPresent()) {
      console.say("gdtrain: " + fault.get());
      return ExitCode.INTERNAL;
    }
    notes.accept(
        "backpropagation is right: no error above %s, --tolerance %s"
            .formatted(NumberText.text(table.worst()), options.tolerance));
    return ExitCode.OK;
  }

  private List<CheckedLayer> layers(TrainingRun run, double[] here) {
    GradientCheck check =
        new GradientCheck(
            run.problem().objective(), run.network(), run.weighedRows(), options.tolerance);
    int most = options.all ? run.network().parameters() : check.usualCount();
    return check.at(here, most, run.plan().seed().generator(1)); // the start took 0
  }

  /** What each layer ends with: its activation, and at last the loss. */
  private static List<String> names(TrainingRun run) {
    return Stream.concat(
            run.network().hidden().stream().map(layer -> layer.activation().name()),
            Stream.of(run.loss().name()))
        .toList();
  }
}
