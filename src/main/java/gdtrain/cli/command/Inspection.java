package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.SpecFile;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.diagnosis.LandscapeReport;
import gdtrain.diagnosis.RunDescription;
import gdtrain.run.DescentPoint;
import gdtrain.run.SavedModelRun;
import gdtrain.run.Session;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.RunInput;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.run.setting.StartModel;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A look into a run, at a point of its descent: what {@code explain}, {@code check} and {@code
 * terrain} have in common.
 */
final class Inspection {
  private static final String START = "start";

  /** Where a run ends, as a point to look at. */
  static final String END = "end";

  private final Invocation invocation;
  private final SettingValues values;
  private final Optional<StartModel> model;

  /** What a command does with a run. */
  @FunctionalInterface
  interface Look {
    /** Returns the exit code. */
    int at(TrainingRun run, Consumer<String> notes);
  }

  /**
   * A look that is checked as far as it can be before there is data.
   *
   * @throws InvalidSetting if there is no such point
   */
  Inspection(Invocation invocation) {
    this(invocation, invocation.values());
  }

  /**
   * A look by other settings than those that were typed.
   *
   * @throws InvalidSetting if there is no such point
   */
  Inspection(Invocation invocation, SettingValues values) {
    this.invocation = invocation;
    this.values = values;
    String at = values.find(Settings.AT).orElse(START);
    if (!at.equals(START) && !at.equals(END)) {
      number(at);
    }
    if (values.isGiven(Settings.MODEL) && values.isGiven(Settings.AT)) {
      throw new InvalidSetting("⟦at⟧ has no effect with ⟦model⟧, which is one point");
    }
    this.model = values.find(Settings.MODEL).map(StartModel::read);
  }

  /** The file of the saved model that is looked at, if one is. */
  Optional<String> model() {
    return model.map(StartModel::file);
  }

  /**
   * Prepares the run that the settings describe, or that goes on from the model, and looks.
   *
   * @param random whether the look draws random numbers, whatever the run does
   * @param change what the look does to the settings
   */
  int look(Console console, boolean random, UnaryOperator<RunSettings> change, Look look) {
    List<String> data = invocation.data();
    RunInput input = input(data, random, change);
    try (Session session =
        new Session(values, console.in(), console.notes(values.get(Settings.QUIET)))) {
      if (values.get(Settings.PRINT_SPEC)) {
        console.out().append(SpecFile.text(invocation));
        return ExitCode.OK;
      }
      Table table = session.read(input, data);
      TrainingRun run = session.run(input, session.prepare(input, table));
      session.notes().accept(RunDescription.of(run, session.verbose()));
      if (session.verbose()) {
        LandscapeReport.lines(run, true).forEach(session.notes());
      }
      return look.at(run, session.notes());
    }
  }

  private RunInput input(List<String> data, boolean random, UnaryOperator<RunSettings> change) {
    if (values.isGiven(Settings.TEST)) {
      throw new InvalidSetting(
          "⟦test⟧ has no effect with %s, which measures no rows; fit and evaluate do"
              .formatted(invocation.command().word()));
    }
    if (model.isEmpty()) {
      return change.apply(RunSettings.of(values).checked(data, random));
    }
    SavedModelRun saved = SavedModelRun.of(model.get(), values);
    if (values.get(Settings.PRINT_SPEC)) {
      throw new InvalidSetting(
          "⟦print-spec⟧ has no effect with ⟦model⟧, whose settings 'gdtrain show' prints");
    }
    return saved;
  }

  /**
   * Goes to the point.
   *
   * @param notes is told if the run diverged, so that its end is not where it led
   */
  DescentPoint reach(TrainingRun run, Consumer<String> notes) {
    String at = values.find(Settings.AT).orElse(START);
    int epoch =
        switch (at) {
          case START -> 0;
          case END -> end(run.fit(e -> {}), notes);
          default -> number(at);
        };
    return DescentPoint.reach(run, epoch);
  }

  private static int end(Fit fit, Consumer<String> notes) {
    int kept = fit.kept().number();
    if (fit.ending() == Ending.DIVERGED) {
      notes.accept(
          "warning: the run diverged at epoch %,d; ⟦at⟧ end is epoch %,d, the best, whose parameters are kept"
              .formatted(fit.last().number(), kept));
    }
    return kept;
  }

  private static int number(String at) {
    if (!at.matches("[0-9]{1,9}")) {
      throw new InvalidSetting(
          "⟦at⟧ takes start, end or the number of an epoch, not '%s'".formatted(at));
    }
    return Integer.parseInt(at);
  }
}
