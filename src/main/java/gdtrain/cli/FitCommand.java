package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import gdtrain.compute.Backend;
import gdtrain.compute.Workers;
import gdtrain.dataset.Prepared;
import gdtrain.model.Model;
import gdtrain.report.LogLayout.LogColumns;
import gdtrain.report.LossLog;
import gdtrain.table.Factoring;
import gdtrain.table.Source;
import gdtrain.table.Table;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gdtrain fit}: trains, prints the loss of every epoch and the final parameters. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "gdtrain fit [OPTIONS] DATA",
    description = {
      "Trains a linear, logistic or softmax model, or a network with hidden layers, by gradient"
          + " descent.",
      "",
      "stdout has the loss log, epoch,loss[,objective][,val_loss],grad_norm,lr, a row for every epoch;"
          + " 0 is before the first step. loss: the mean over the rows, without penalty, of --loss: by"
          + " default the squared error (no factor 1/2) or the cross-entropy (natural logarithm)."
          + " objective: loss plus penalty, where there is one. val_loss: loss of the validation rows. grad_norm: norm"
          + " of the objective's gradient on scaled inputs. lr: length of the step that led there.",
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
          + " parameters in the data's own units."
    })
final class FitCommand implements Callable<Integer> {
  private final Console console;
  private final List<Table> tables = new ArrayList<>();
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA", description = "A CSV file, may be gzipped; - is stdin.")
  private String data;

  @Mixin private FitOptions options;

  @ArgGroup(validate = false, order = 7, heading = "%nOutput:%n")
  private OutputOptions output = new OutputOptions();

  @ArgGroup(validate = false, order = 8, heading = "%nRequirements:%n")
  private RequirementOptions requirements = new RequirementOptions();

  @ArgGroup(validate = false, order = 9, heading = "%nData:%n")
  private LintOptions lint = new LintOptions();

  @ArgGroup(validate = false, order = 10, heading = "%nRunning:%n")
  private RunningOptions running = new RunningOptions();

  @ArgGroup(validate = false, order = 11, heading = "%nLong runs:%n")
  private LongRunOptions longRun = new LongRunOptions();

  @ArgGroup(validate = false, order = 12, heading = "%nSpec:%n")
  private SpecOptions specification = new SpecOptions();

  FitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Notes notes = new Notes(console, running.quiet);
    Gate gate = guarded(spec, () -> requirements.gate(output.force));
    FitPlan plan = guarded(spec, () -> plan(gate.file()));
    guarded(spec, running::storage);
    if (specification.print) {
      console.out().append(SpecText.of(spec));
      return ExitCode.OK;
    }
    Optional<Resumption> resumption = guarded(spec, () -> longRun.resumption(spec, plan));
    Backend.startAhead();
    Table table = guarded(spec, () -> read(data, options.factoring(plan)));
    table.notes().forEach(notes);
    Backend.start();
    Prepared rows =
        guarded(spec, () -> prepare(table, plan, other -> read(other, Optional.empty()), notes));
    try (Workers workers = new Workers(plan.threads())) {
      TrainingRun run = guarded(spec, () -> new TrainingRun(rows, plan, workers));
      tables.forEach(run::check);
      resumption.ifPresent(r -> r.check(tables));
      guarded(spec, () -> checked(resumption, run));
      guarded(spec, () -> gate.checked(run.figureNames()));
      if (lint.matters(running.quiet)) {
        options.look(lint, rows, plan, notes);
      }
      notes.accept(RunDescription.of(run));
      resumption.ifPresent(r -> notes.accept(r.description()));
      if (!running.quiet) {
        Outlook.lines(run).forEach(notes);
      }
      Retries retries = new Retries(ShellCommand.expanded(spec), this, rows, tables, workers);
      return train(run, resumption, new FitOutputs(spec, table, output, gate, retries, notes));
    }
  }

  private int train(TrainingRun run, Optional<Resumption> resumption, FitOutputs outputs) {
    Optional<Epoch> passed = resumption.map(r -> run.shown(r.state().last()));
    LogColumns columns = new LogColumns(run.regularisation().active(), run.validated());
    List<LossLog> logs = output.openLogs(columns, console.out(), passed);
    Screen screen = longRun.screen(running.quiet, output.logsOnStdout());
    try (ProgressLine progress = new ProgressLine(screen, console.err(), run.limits().epochs());
        Interruption interruption = Interruption.listen(progress.before(console::say))) {
      FitWatch watch =
          new FitWatch(
              logs, longRun.checkpoints(spec, output.force, tables), interruption, progress);
      Fit fit = resumption.isPresent() ? resumption.get().goOn(run, watch) : run.fit(watch);
      progress.end();
      return outputs.write(run, fit, watch, interruption);
    }
  }

  private static Optional<Resumption> checked(Optional<Resumption> resumption, TrainingRun run) {
    resumption.ifPresent(r -> r.check(run.limits()));
    return resumption;
  }

  /**
   * What the options say, checked as far as it goes before any data is read.
   *
   * @param metrics a further output, if any
   */
  FitPlan plan(Optional<OutputFile> metrics) {
    List<OutputFile> others =
        Stream.of(metrics, longRun.file(output.force)).flatMap(Optional::stream).toList();
    longRun.screen(running.quiet, true); // refuses what is wrong before any work
    output.check(others, longRun.resume != null);
    return plan();
  }

  /** What the options that decide the result say. */
  FitPlan plan() {
    return options.plan(data, running.threads());
  }

  /** Runs as another command does. */
  void runAs(RunningOptions other) {
    running = other;
  }

  /** A table of the run, factorised where that is wished for. */
  Table read(String argument, Optional<Factoring> factoring) {
    Source source = Source.of(argument, console.in(), running.storage());
    Table table = options.read(source, factoring, running.threads());
    tables.add(table);
    return table;
  }

  /**
   * The rows to learn from, and those to watch or measure, which {@code reader} may be asked for.
   */
  Prepared prepare(
      Table table, FitPlan plan, Function<String, Table> reader, Consumer<String> notes) {
    return options.prepare(table, plan, reader, notes);
  }

  /** What decides the result. */
  RunOptions options() {
    return options;
  }

  /** The model; a run that diverged has none. */
  Optional<Model> model(Table table, TrainingRun run, Fit fit) {
    return FitOutputs.model(spec, table, run, fit, run.scores(fit));
  }
}
