package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.ShellCommand;
import gdtrain.cli.option.SpecFile;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.PageFile;
import gdtrain.dataset.preparation.Folding;
import gdtrain.diagnosis.SweepSummary;
import gdtrain.model.ModelFile;
import gdtrain.report.LogLayout.LogColumns;
import gdtrain.report.SweepFoldTable;
import gdtrain.report.SweepLog;
import gdtrain.report.page.RunReport.Facts;
import gdtrain.report.page.SweepReport;
import gdtrain.report.page.TrainingReport;
import gdtrain.run.OutputFile;
import gdtrain.run.Session;
import gdtrain.run.selection.Sweep;
import gdtrain.run.selection.SweepGrid;
import gdtrain.run.selection.SweepTrial;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.FoldSettings;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code gdtrain sweep}: what fit does, with several settings. */
public final class SweepCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.SWEEP;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Runs fit with every combination of the values that options have, or with some drawn at random.",
        "An option of fit takes several values separated by commas, --lr 0.01,0.1 --optimizer"
            + " adam:beta1=0.8,beta2=0.99,gd, and may be given again, as one must that takes a list"
            + " itself: --hidden 16,8 --hidden 32. Runs are compared by their loss, so those that say"
            + " what the data and the loss are take one value; --layer makes one network for all.",
        "",
        "stdout has one long CSV: run, the settings that vary as set_lr and so on, then the loss log as"
            + " fit prints it, epoch,loss[,objective][,val_loss],grad_norm,lr. Runs come in the order of the grid, the"
            + " option given last varying fastest.",
        "",
        "stderr has a table of the runs, sorted by validation loss or else by objective, or by loss"
            + " where penalties differ, and the command line that does the best again. A run that"
            + " diverged is told; only if all do, the status is 4.",
        EXAMPLES,
        "gdtrain sweep iris.csv --l2 0,0.001,0.01,0.1 --validation 0.3",
        "gdtrain sweep cars.csv --lr 1e-3..1 --samples 20",
        "gdtrain sweep iris.csv --hidden 4 --hidden 16,8 --best-output best.json");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    List<String> data = invocation.data();
    Consumer<String> said = console.notes(values.get(Settings.QUIET));
    Optional<PageFile> page =
        PageFile.of(values, Settings.SWEEP_REPORT, values.get(Settings.SWEEP_FORCE));
    try (Session session =
        new Session(values, console.in(), page.map(p -> p.hearing(said)).orElse(said))) {
      Optional<OutputFile> file = modelFile(values);
      Optional<Folding> folding = folding(invocation);
      SweepGrid grid =
          new SweepGrid(
              data,
              deciding(invocation),
              v -> ShellCommand.fit(data, v).text(),
              folding.filter(Folding::dealt).isPresent());
      List<SweepTrial> trials = trials(grid, values);
      if (values.get(Settings.PRINT_SPEC)) {
        console.out().append(SpecFile.text(invocation));
        return ExitCode.OK;
      }
      Table table = session.read(trials.get(0).settings(), data);
      Sweep sweep = new Sweep(trials, table, folding, session);
      session.notes().accept("%,d runs".formatted(trials.size()));
      run(sweep, grid.names(), values, console);
      List<String> notes = page.map(PageFile::heard).orElse(List.of());
      new SweepSummary(sweep, grid.names()).lines().forEach(session.notes());
      page.ifPresent(
          p ->
              p.write(
                  new SweepReport(
                          sweep.target(),
                          grid.names(),
                          sweep,
                          notes,
                          facts(sweep, table, invocation))
                      ::page));
      return finish(sweep, data, file, console, session);
    }
  }

  /** What repeats the best run, or all of them if there is none. */
  private static Facts facts(Sweep sweep, Table table, Invocation invocation) {
    return TrainingReport.facts(
        table,
        sweep.best().map(best -> sweep.onAllRows(best).toTexts()).orElse(Map.of()),
        sweep
            .best()
            .map(best -> again(sweep, best, invocation.data()))
            .orElse(invocation.typed().text()));
  }

  /** The folds by which runs are compared, if they are. */
  private static Optional<Folding> folding(Invocation invocation) {
    SettingValues values = invocation.values();
    boolean named = values.isGiven(Settings.FOLD_COLUMN);
    if (!named && !values.isGiven(Settings.SWEEP_FOLDS)) {
      values.refuse(Settings.GROUP, "without ⟦folds⟧");
      return Optional.empty();
    }
    String with = "with " + (named ? Settings.FOLD_COLUMN : Settings.SWEEP_FOLDS);
    refuse(invocation, Settings.VALIDATION, with + ", which compares runs by the rows held out");
    refuse(invocation, Settings.PATIENCE, with + ": no validation rows are watched in a fold");
    refuse(invocation, Settings.SWEEP_LOG_EVERY, with + ", whose CSV has the figures of folds");
    refuse(
        invocation,
        Settings.WARM_START,
        with + ": the model may have learned from the rows of a fold");
    SettingValues seed =
        invocation.texts().getOrDefault(Settings.SEED, List.of()).stream()
            .limit(1)
            .filter(text -> !text.contains(",")) // several are refused by the grid
            .map(text -> SettingValues.none().with(Settings.SEED, text))
            .findFirst()
            .orElse(SettingValues.none());
    return Optional.of(FoldSettings.of(values, false, seed.find(Settings.SEED)));
  }

  private static void refuse(Invocation invocation, Setting<?> setting, String why) {
    if (invocation.texts().containsKey(setting)) {
      throw new InvalidSetting("%s has no effect %s".formatted(setting, why));
    }
  }

  private static void run(Sweep sweep, List<String> names, SettingValues values, Console console) {
    if (sweep.comparedBy() == Sweep.Criterion.MEAN_LOSS) {
      SweepFoldTable csv = new SweepFoldTable(names, console.out());
      sweep.runOnFolds((trial, score) -> csv.write(trial.number(), trial.values(), score));
      return;
    }
    int every = values.find(Settings.SWEEP_LOG_EVERY).orElse(1);
    LogColumns columns = new LogColumns(sweep.penalised(), sweep.validated(), sweep.told());
    sweep.run(listener(new SweepLog(names, columns, every, console.out())));
  }

  private static Map<Setting<?>, List<String>> deciding(Invocation invocation) {
    Map<Setting<?>, List<String>> deciding = new LinkedHashMap<>(invocation.texts());
    deciding.keySet().removeIf(setting -> !setting.group().decides());
    return deciding;
  }

  private static Optional<OutputFile> modelFile(SettingValues values) {
    boolean force = values.get(Settings.SWEEP_FORCE);
    if (force && !values.isGiven(Settings.BEST_OUTPUT) && !values.isGiven(Settings.SWEEP_REPORT)) {
      throw new InvalidSetting("⟦force⟧ has no effect without ⟦best-output⟧ or ⟦report⟧");
    }
    return values
        .find(Settings.BEST_OUTPUT)
        .map(name -> OutputFile.of(name, Settings.BEST_OUTPUT, force));
  }

  /** The runs, checked as far as it goes before there is data. */
  private static List<SweepTrial> trials(SweepGrid grid, SettingValues values) {
    if (values.isGiven(Settings.SAMPLE_SEED) && !values.isGiven(Settings.SAMPLES)) {
      throw new InvalidSetting("⟦sample-seed⟧ has no effect without ⟦samples⟧");
    }
    values.checkCount(Settings.SAMPLES);
    values.checkCount(Settings.SWEEP_LOG_EVERY);
    long seed = values.find(Settings.SAMPLE_SEED).orElse(42L);
    return values
        .find(Settings.SAMPLES)
        .map(count -> grid.samples(count, seed))
        .orElseGet(grid::all);
  }

  private static Sweep.Listener<SweepLog.RunLog> listener(SweepLog log) {
    return new Sweep.Listener<>() {
      @Override
      public SweepLog.RunLog start() {
        return log.open();
      }

      @Override
      public void end(SweepTrial trial, SweepLog.RunLog watcher) {
        log.write(trial.number(), trial.values(), watcher);
      }
    };
  }

  private static int finish(
      Sweep sweep, List<String> data, Optional<OutputFile> file, Console console, Session session) {
    Optional<SweepTrial> best = sweep.best();
    if (best.isEmpty()) {
      console.say(
          "gdtrain: all %,d runs diverged; try shorter steps, or fit with one setting, which says why"
              .formatted(sweep.diverged()));
      return ExitCode.DIVERGED;
    }
    if (best.get().settings().validation().cuts()) {
      session.notes().accept("without ⟦validation⟧ the command below learns from all rows");
    }
    session.notes().accept("the best again: " + again(sweep, best.get(), data));
    sweep
        .simplest()
        .map(outcome -> again(sweep, outcome.trial(), data))
        .ifPresent(again -> session.notes().accept("the simplest again: " + again));
    file.ifPresent(f -> f.write(ModelFile.bytes(sweep.model().orElseThrow())));
    return ExitCode.OK;
  }

  private static String again(Sweep sweep, SweepTrial trial, List<String> data) {
    return ShellCommand.fit(data, sweep.onAllRows(trial).values()).text();
  }
}
