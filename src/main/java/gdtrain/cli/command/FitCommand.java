package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.SpecFile;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.FitOutputs;
import gdtrain.cli.output.FitOutputs.FitFiles;
import gdtrain.cli.output.FitOutputs.FitWatch;
import gdtrain.cli.output.FitReport;
import gdtrain.cli.output.Gate;
import gdtrain.cli.output.Interruption;
import gdtrain.cli.output.LiveCurves;
import gdtrain.cli.output.ProgressLine;
import gdtrain.cli.output.Uncertainty;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.diagnosis.LandscapeReport;
import gdtrain.diagnosis.RunDescription;
import gdtrain.report.LogLayout.LogColumns;
import gdtrain.run.Resumption;
import gdtrain.run.Session;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.BadTable;
import gdtrain.table.Table;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code gdtrain fit}: trains, prints the loss of every epoch and the final parameters. */
public final class FitCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.FIT;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Trains a linear, logistic or softmax model, or a network with hidden layers, by gradient"
            + " descent.",
        "stdout has the loss log, epoch,loss[,objective][,val_loss],grad_norm,lr, a row for every epoch;"
            + " 0 is before the first step. loss: the mean over the rows, without penalty, of --loss: by"
            + " default the squared error (no factor 1/2) or the cross-entropy (natural logarithm)."
            + " objective: loss plus penalty, where there is one. val_loss: loss of the validation rows. grad_norm: norm"
            + " of the objective's gradient on scaled inputs. lr: learning rate of the step that led there.",
        "",
        "--require takes the names rows, loss, objective, grad_norm, epochs, baseline_loss and those of"
            + " quality: of numbers mse, rmse, mae, r2; of classes accuracy, balanced_accuracy and, of"
            + " two, precision, recall, f1, auc of the positive class. rows, loss and quality are of the"
            + " training rows, with val_ in front of the validation rows, with test_ of the test rows.",
        "",
        "A run that diverged has no model. stderr then says which parameter and column grew, how far the"
            + " learning rate is from a stable one, and a command that was tried and does better; --params"
            + " and the event params have the parameters of the best epoch.",
        "",
        "--log-format jsonl: one JSON object a line; \"event\" is epoch, at the end params, all"
            + " parameters, and summary, the result; its status is ok, diverged or interrupted.",
        "",
        "stderr has everything for people: what was assumed, why it stopped, how good it is, and the"
            + " parameters in the data's own units.",
        EXAMPLES,
        "gdtrain fit cars.csv --target mpg",
        "gdtrain fit cars.csv --target mpg --validation 0.2 --hidden 8 -o cars.json",
        "gdtrain fit iris.csv --l2 0.01 --log-format none");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    List<String> data = invocation.data();
    FitFiles files = new FitFiles(values);
    Gate gate = Gate.of(values, files.force());
    files.check(gate.file());
    Optional<FitReport> report = FitReport.of(files, invocation);
    Uncertainty.Request request = Uncertainty.Request.of(values);
    RunSettings settings = request.settings(values).checked(data, false);
    Consumer<String> said = console.notes(values.get(Settings.QUIET));
    try (Session session =
        new Session(values, console.in(), report.map(page -> page.hearing(said)).orElse(said))) {
      if (values.get(Settings.PRINT_SPEC)) {
        console.out().append(SpecFile.text(invocation));
        return ExitCode.OK;
      }
      Optional<Resumption> resumption = resumption(settings);
      Table table = session.read(settings, data);
      request.check(table);
      Prepared rows = session.prepare(settings, table);
      TrainingRun run = session.run(settings, rows);
      Uncertainty uncertainty = request.of(run, session);
      gate.checked(uncertainty.names(run));
      check(run, resumption, session);
      session.lint(rows.tables().training(), rows.schema(), settings);
      report.ifPresent(page -> page.begin(run, session));
      describe(run, resumption, session);
      FitOutputs outputs =
          new FitOutputs(invocation, files, gate, console, session, report, uncertainty);
      return train(run, resumption, outputs);
    }
  }

  private static Optional<Resumption> resumption(RunSettings settings) {
    Optional<Resumption> resumption =
        settings.values().find(Settings.RESUME).map(Path::of).map(Resumption::read);
    resumption.ifPresent(r -> r.check(settings));
    return resumption;
  }

  private static void check(TrainingRun run, Optional<Resumption> resumption, Session session) {
    resumption.ifPresent(r -> r.check(session.tables()));
    resumption.ifPresent(r -> r.check(run.limits()));
    run.start(); // a model that does not fit is refused before the log begins
  }

  private static void describe(TrainingRun run, Optional<Resumption> resumption, Session session) {
    session.notes().accept(RunDescription.of(run, session.verbose()));
    resumption.ifPresent(r -> session.notes().accept(r.description()));
    SettingValues values = run.settings().values();
    if (values.get(Settings.STRICT)) {
      LandscapeReport.warning(run).ifPresent(FitCommand::refuse);
    }
    if (!values.get(Settings.QUIET)) {
      LandscapeReport.lines(run, session.verbose()).forEach(session.notes());
    }
  }

  private static void refuse(String warning) {
    throw new BadTable("⟦strict⟧: " + warning);
  }

  private static int train(TrainingRun run, Optional<Resumption> resumption, FitOutputs outputs) {
    Console console = outputs.console();
    boolean layers = outputs.files().logsLayers();
    Optional<Epoch> passed = resumption.map(r -> r.passed(run, layers));
    LogColumns columns =
        new LogColumns(
            run.regularisation().active(),
            run.validated(),
            run.units().scaled().exact(),
            layers ? run.network().layers() : 0);
    FitWatch.Logs logs = outputs.files().openLogs(columns, console, passed);
    Optional<LiveCurves> live =
        outputs.files().live()
            ? Optional.of(new LiveCurves(run.regularisation().active(), console.err()))
            : Optional.empty();
    Consumer<String> say =
        line -> {
          live.ifPresent(LiveCurves::stop);
          console.say(line);
        };
    try (ProgressLine progress =
            new ProgressLine(outputs.files().screen(), console.err(), run.limits().epochs());
        Interruption interruption = Interruption.listen(progress.before(say))) {
      FitWatch watch =
          new FitWatch(logs, checkpoints(run, outputs), interruption, progress)
              .with(Stream.concat(outputs.report().stream(), live.stream()).toList());
      outputs.report().ifPresent(FitReport::train);
      Fit fit = fit(run, resumption, watch, live);
      progress.end();
      return outputs.write(run, fit, watch, interruption);
    }
  }

  private static Fit fit(
      TrainingRun run, Optional<Resumption> resumption, FitWatch watch, Optional<LiveCurves> live) {
    try {
      return resumption.isPresent() ? resumption.get().goOn(run, watch) : run.fit(watch);
    } finally {
      live.ifPresent(LiveCurves::close);
    }
  }

  private static Optional<FitWatch.Checkpoints> checkpoints(TrainingRun run, FitOutputs outputs) {
    return outputs
        .files()
        .checkpointFile()
        .map(
            file ->
                new FitWatch.Checkpoints(
                    file,
                    outputs.files().checkpointEvery(),
                    run.settings().toTexts(),
                    outputs.session().tables()));
  }
}
