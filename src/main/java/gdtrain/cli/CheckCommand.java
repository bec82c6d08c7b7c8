package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import gdtrain.insight.CheckedLayer;
import gdtrain.insight.GradientCheck;
import gdtrain.report.CheckTable;
import gdtrain.report.Figures;
import gdtrain.report.TableFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
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
    double[] here = point.reach(run).parameters();
    if (run.network().drops()) {
      notes.accept("dropout leaves nothing out here: the gradient of the whole network is checked");
    }
    RandomGenerator random = run.plan().seed().generator(1); // the start took 0
    GradientCheck check =
        new GradientCheck(
            run.problem().objective(), run.network(), run.weighedRows(), options.tolerance);
    int most = options.all ? run.network().parameters() : check.usualCount();
    List<CheckedLayer> layers = check.at(here, most, random);
    CheckTable table =
        new CheckTable(
            layers,
            run.parameters(Arrays.stream(here).boxed().toList()),
            run.units().scaled().factor());
    console.out().append(table.text(format, options.tolerance)).flush();
    notes(layers, notes);
    Optional<String> fault = fault(layers, table, run);
    fault.ifPresent(sentence -> console.say("gdtrain: " + sentence));
    if (fault.isEmpty()) {
      notes.accept(
          "backpropagation is right: no error above %s, --tolerance %s"
              .formatted(Figures.text(table.worst()), options.tolerance));
    }
    return fault.isEmpty() ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private static void notes(List<CheckedLayer> layers, Notes notes) {
    for (CheckedLayer layer : layers) {
      if (layer.checked() < layer.parameters()) {
        notes.accept(
            "layer %d: %,d of %,d parameters are checked, drawn by --seed; --all checks every one"
                .formatted(layer.layer() + 1, layer.checked(), layer.parameters()));
      }
      if (layer.excused() > 0) {
        notes.accept(
            "layer %d: differences cannot tell the slopes of %,d of %,d parameters, at kinks or for rounding"
                .formatted(layer.layer() + 1, layer.excused(), layer.checked()));
      }
    }
  }

  private Optional<String> fault(List<CheckedLayer> layers, CheckTable table, TrainingRun run) {
    Optional<String> wrong =
        layers.stream()
            .filter(layer -> !layer.right(options.tolerance))
            .reduce((first, second) -> second)
            .map(layer -> table.fault(layer, kind(layer, run)));
    return wrong.or(
        () ->
            layers.stream()
                .filter(CheckedLayer::undecided)
                .findFirst()
                .map(
                    layer ->
                        "layer %d cannot be checked here, since differences tell too few of its slopes; --at EPOCH looks elsewhere"
                            .formatted(layer.layer() + 1)));
  }

  private static String kind(CheckedLayer layer, TrainingRun run) {
    boolean last = layer.layer() == run.network().hidden().size();
    return last ? run.loss().name() : run.network().hidden().get(layer.layer()).activation().name();
  }
}
