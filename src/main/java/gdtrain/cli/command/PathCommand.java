package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.ShellCommand;
import gdtrain.cli.option.SpecFile;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.Gate;
import gdtrain.dataset.preparation.Folding;
import gdtrain.dataset.preparation.Folds;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.diagnosis.PathSummary;
import gdtrain.report.PathTable;
import gdtrain.run.Session;
import gdtrain.run.selection.PenaltyPath;
import gdtrain.run.selection.PenaltyPath.Stop;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.FoldSettings;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code gdtrain path}: the coefficients of a linear model over the penalty. */
public final class PathCommand implements CommandAction {
  private static final String NO_FOLDS = "none";

  @Override
  public Command command() {
    return Command.PATH;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Trains a linear model with one l1 or l2 penalty after the other, and names the best.",
        "Goes from the largest useful penalty down, each time from the minimum before, on all rows and on"
            + " those that each fold learns from. What a fold holds out says which penalty is best, and"
            + " which is the largest within one standard error of it; stderr has both, each with the"
            + " command that trains it.",
        "",
        "stdout has CSV, penalty,output,input,value,scaled_value: the parameters, the smallest penalty"
            + " first, in original units and for scaled inputs. Behind those of a penalty, with an empty"
            + " output, come loss, nonzero (how many weights are not 0), cv_loss and cv_se, its standard"
            + " error. gdtrain plot draws it. --require takes best_ and simplest_ with penalty, cv_loss, cv_se"
            + " and nonzero, such as best_cv_loss.",
        EXAMPLES,
        "gdtrain path cars.csv --target mpg",
        "gdtrain path cars.csv -q | gdtrain plot - -o path.svg",
        "gdtrain path cars.csv --l1-ratio 0 --folds 10 --penalties 50");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    RunSettings settings = settings(values);
    PenaltyPath path = new PenaltyPath(settings, penalties(values));
    Optional<Folding> folding = folding(values);
    Gate gate = Gate.ofMetrics(values, Settings.METRICS_FORCE).checked(PenaltyPath.names());
    try (Session session =
        new Session(values, console.in(), console.notes(values.get(Settings.QUIET)))) {
      if (values.get(Settings.PRINT_SPEC)) {
        console.out().append(SpecFile.text(invocation));
        return ExitCode.OK;
      }
      Table table =
          session.read(
              invocation.data(), s -> settings.read(s, Optional.empty(), session.threads()));
      Optional<Folds> folds = folding.map(f -> cut(table, settings, f, session));
      Prepared all =
          folds
              .map(f -> Prepared.of(f.schema(), f.rows()))
              .orElseGet(() -> session.prepare(settings, table));
      all.schema()
          .target()
          .check(table, settings.loss().loss(all.schema().target()).targets().range());
      session.lint(all.tables().training(), all.schema(), settings);
      path.run(all, folds, session.workers(), session.notes());
      PathTable.write(path.stops(), console.out());
      Function<Stop, String> again =
          stop -> ShellCommand.fit(invocation.data(), again(values, stop, folding, table)).text();
      new PathSummary(path, again).lines().forEach(session.notes());
      return gate.close(path::measured, console, session.notes());
    }
  }

  private static RunSettings settings(SettingValues values) {
    return RunSettings.of(values.only(setting -> setting.group().decides()));
  }

  private static PenaltyPath.Penalties penalties(SettingValues values) {
    return new PenaltyPath.Penalties(
        values.get(Settings.L1_RATIO),
        values.get(Settings.PENALTIES),
        values.find(Settings.RATIO).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
  }

  /** The folds, unless there are to be none. */
  private static Optional<Folding> folding(SettingValues values) {
    if (!values.find(Settings.PATH_FOLDS).equals(Optional.of(NO_FOLDS))) {
      return Optional.of(FoldSettings.of(values, false, values.find(Settings.FOLD_SEED)));
    }
    Stream.of(
            Settings.GROUP,
            Settings.FOLD_COLUMN,
            Settings.FOLD_SEED,
            Settings.REQUIRE,
            Settings.METRICS)
        .forEach(setting -> values.refuse(setting, "with ⟦folds⟧ none"));
    return Optional.empty();
  }

  private static Folds cut(Table table, RunSettings settings, Folding folding, Session session) {
    return new Folds(table, settings.preparation(), settings.intercept(), folding, session.notes());
  }

  /** The settings that train a stop of the path on all rows. */
  private static SettingValues again(
      SettingValues values, Stop stop, Optional<Folding> folding, Table table) {
    SettingValues given = values.only(setting -> setting.group().decides());
    SettingValues all = folding.map(f -> FoldSettings.onAllRows(given, f, table)).orElse(given);
    if (stop.l1() > 0) {
      all = all.with(Settings.L1, Double.toString(stop.l1()));
    }
    return stop.l2() > 0 ? all.with(Settings.L2, Double.toString(stop.l2())) : all;
  }
}
