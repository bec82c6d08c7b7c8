package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.insight.GradientCheck;
import gdtrain.insight.GradientCheck.CheckedLayer;
import gdtrain.report.CheckTable;
import gdtrain.report.NumberText;
import gdtrain.report.TableFormat;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.run.setting.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code gdtrain check}: backpropagation against differences of the objective. */
public final class CheckCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.CHECK;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Checks backpropagation: every parameter's slope against differences of the objective.",
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
            + " layer: a fault there spoils all layers before it.",
        EXAMPLES,
        "gdtrain check iris.csv --hidden 8",
        "gdtrain check iris.csv --hidden 8 --at end --format csv",
        "gdtrain check iris.csv --model iris.json");
  }

  private final UnaryOperator<RunSettings> change;

  /** Checks runs as they are. */
  public CheckCommand() {
    this(settings -> settings);
  }

  /** Checks runs that are changed before. */
  public CheckCommand(UnaryOperator<RunSettings> change) {
    this.change = change;
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    Inspection inspection = new Inspection(invocation);
    double tolerance = values.get(Settings.CHECK_TOLERANCE);
    if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
      throw new InvalidSetting("⟦tolerance⟧ must be a number above 0, not " + tolerance);
    }
    TableFormat format = Words.constant(TableFormat.class, Settings.CHECK_FORMAT, values);
    return inspection.look(
        console,
        true, // the second point is drawn
        change,
        (run, notes) -> {
          double[] here = inspection.reach(run, notes).parameters();
          noteDropout(run, notes);
          CheckTable table =
              new CheckTable(
                  layers(run, here, values),
                  run.parameters(Arrays.stream(here).boxed().toList()),
                  run.units().scaled().factor());
          String text = table.text(format, tolerance);
          text.lines().forEach(format == TableFormat.TABLE ? console::print : console::printData);
          console.out().flush();
          table.notes().forEach(notes);
          return verdict(table, tolerance, run, console, notes);
        });
  }

  private static void noteDropout(TrainingRun run, Consumer<String> notes) {
    if (run.network().drops()) {
      notes.accept("dropout leaves nothing out here: the gradient of the whole network is checked");
    }
  }

  private static int verdict(
      CheckTable table,
      double tolerance,
      TrainingRun run,
      Console console,
      Consumer<String> notes) {
    Optional<String> fault = table.fault(tolerance, names(run));
    if (fault.isPresent()) {
      console.say("gdtrain: " + fault.get());
      return ExitCode.INTERNAL;
    }
    notes.accept(
        "backpropagation is right: no error above %s, ⟦tolerance⟧ %s"
            .formatted(NumberText.text(table.worst()), NumberText.text(tolerance)));
    return ExitCode.OK;
  }

  private static List<CheckedLayer> layers(TrainingRun run, double[] here, SettingValues values) {
    GradientCheck check =
        new GradientCheck(
            run.problem().objective(),
            run.network(),
            run.weighedRows(),
            values.get(Settings.CHECK_TOLERANCE));
    int most = values.get(Settings.ALL) ? run.network().parameters() : check.usualCount();
    // the start took generator 0
    return check.at(here, most, run.settings().validation().seed().generator(1));
  }

  /** What each layer ends with: its activation, and at last the loss. */
  private static List<String> names(TrainingRun run) {
    return Stream.concat(
            run.network().hidden().stream().map(layer -> layer.activation().name()),
            Stream.of(run.loss().name()))
        .toList();
  }
}
