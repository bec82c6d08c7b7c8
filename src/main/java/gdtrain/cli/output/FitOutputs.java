package gdtrain.cli.output;

import gdtrain.checkpoint.CannotResume;
import gdtrain.checkpoint.CheckpointFile;
import gdtrain.checkpoint.CheckpointFile.SavedRun;
import gdtrain.choice.EnumWord;
import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.ShellCommand;
import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.diagnosis.LastFiniteEpoch;
import gdtrain.diagnosis.PostMortem;
import gdtrain.diagnosis.Retries;
import gdtrain.diagnosis.Retry;
import gdtrain.diagnosis.RetrySearch;
import gdtrain.diagnosis.RunSummary;
import gdtrain.model.ModelFile;
import gdtrain.optimizer.Point;
import gdtrain.report.BrokenPipe;
import gdtrain.report.LogLayout;
import gdtrain.report.LogLayout.LogColumns;
import gdtrain.report.LogLayout.LogFormat;
import gdtrain.report.LogLayout.LogMetric;
import gdtrain.report.LossLog;
import gdtrain.report.ParameterTable;
import gdtrain.report.PreviousLog;
import gdtrain.run.DecisionThreshold;
import gdtrain.run.Lazy;
import gdtrain.run.Measurements;
import gdtrain.run.OutputFile;
import gdtrain.run.RunRecord;
import gdtrain.run.Session;
import gdtrain.run.TrainingRun;
import gdtrain.run.Version;
import gdtrain.run.selection.OutOfFold;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.run.setting.Words;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.train.Checkpoint;
import gdtrain.train.Ending;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes what came of a run.
 *
 * @param invocation what was asked
 * @param files where to
 * @param gate has the last word
 * @param console the streams
 * @param session that read the tables
 * @param report the page about the run, if one is wanted
 * @param uncertainty what is to be told of how sure the run is
 */
public record FitOutputs(
    Invocation invocation,
    FitFiles files,
    Gate gate,
    Console console,
    Session session,
    Optional<FitReport> report,
    Uncertainty uncertainty) {
  /** Writes everything; the result is the exit code. */
  public int write(TrainingRun trained, Fit fit, FitWatch watch, Interruption interruption) {
    TrainingRun run = decided(trained, fit);
    watch.toLogs(LossLog::finish);
    RunSummary summary = new RunSummary(run, fit, run.scores(fit, gate.figures(run.metricNames())));
    Inferred inferred = Inferred.of(uncertainty, fit, summary);
    Lazy<Measurements> measures = new Lazy<>(() -> inferred.in(summary.measures()));
    ParameterTable parameters =
        new ParameterTable(run.parameters(fit.parameters()), inferred.table());
    watch.toLogs(log -> log.event("params", parameters::event));
    watch.toLogs(log -> log.event("summary", () -> RunRecord.event(run, fit, summary.scores())));
    EveryOutput outputs = watch.outputs();
    boolean interrupted = fit.ending() == Ending.INTERRUPTED;
    if (fit.ending() == Ending.DIVERGED) {
      outputs.attempt(() -> gate.write(measures));
      outputs.attempt(() -> writeFile(parameters));
      Retries retries = new Retries(run.settings(), run.rows(), session);
      Optional<Retry> retry = RetrySearch.find(retries, run, fit, interruption::happened);
      PostMortem story = new PostMortem(run, fit, watch.lastFinite(), retry);
      explain(story);
      outputs.attempt(() -> report.ifPresent(page -> page.write(run, fit, summary, told(story))));
      outputs.attempt(() -> print(parameters));
      outputs.end(true);
      return ExitCode.DIVERGED;
    }
    save(run, fit, new Results(summary, parameters, inferred), outputs);
    outputs.attempt(
        () -> report.ifPresent(page -> page.write(run, fit, summary, summary.remarks())));
    if (!files.writes() && (watch.isLong() || Screen.isTerminal())) {
      session.notes().accept("the model is not saved; ⟦output⟧ MODEL saves it");
    }
    outputs.attempt(() -> gate.write(measures));
    outputs.end(!interrupted);
    if (interrupted) {
      return interruption.exitCode();
    }
    if (inferred.refusal().isPresent()) {
      console.out().flush();
      console.say("gdtrain: " + inferred.refusal().get());
      return ExitCode.REQUIREMENT;
    }
    Console open = watch.isReaderGone() ? console.withoutOut() : console;
    return gate.verdict(measures, open, session.notes());
  }

  /** With its threshold; one that takes further runs is not chosen where the run was cut off. */
  private TrainingRun decided(TrainingRun run, Fit fit) {
    boolean interrupted = fit.ending() == Ending.INTERRUPTED && run.settings().dealsForThreshold();
    if (interrupted) {
      session.notes().accept("no threshold was chosen, since the run was interrupted; it is 0.5");
    }
    return interrupted || fit.ending() == Ending.DIVERGED
        ? run
        : DecisionThreshold.decide(
            run, fit, () -> OutOfFold.of(run, session.workers()), session.notes());
  }

  private void explain(PostMortem story) {
    if (!quiet()) {
      story.lines().forEach(session.notes());
    }
    console.say("gdtrain: " + sentence(story));
  }

  private String sentence(PostMortem story) {
    return story.sentence(changes -> again().with(changes).text());
  }

  private List<String> told(PostMortem story) {
    return Stream.concat(story.lines().stream(), Stream.of(sentence(story))).toList();
  }

  private boolean quiet() {
    return files.values().get(Settings.QUIET);
  }

  /** The words of the command; what a diverged run has written, the next one may overwrite. */
  private ShellCommand again() {
    ShellCommand typed = invocation.typed();
    boolean resumes = files.values().isGiven(Settings.RESUME) && !typed.has(Settings.RESUME);
    ShellCommand command =
        (resumes ? invocation.expanded() : typed).without(Settings.RESUME); // settings change
    boolean overwrites = files.writesBesideTheModel() && !files.force();
    return overwrites ? command.withFlag(Settings.FORCE) : command;
  }

  private record Results(RunSummary summary, ParameterTable parameters, Inferred inferred) {}

  private void save(TrainingRun run, Fit fit, Results results, EveryOutput outputs) {
    ParameterTable parameters = results.parameters();
    if (!quiet()) {
      // first: a file may turn out not to be writable
      results
          .summary()
          .lines(parameters, results.inferred().lines(run), session.verbose())
          .forEach(session.notes());
    }
    outputs.attempt(() -> writeFile(parameters));
    outputs.attempt(
        () ->
            files
                .modelFile()
                .ifPresent(
                    file ->
                        file.write(
                            ModelFile.bytes(
                                RunRecord.model(
                                    run,
                                    session.tables().get(0),
                                    fit,
                                    results.inferred().record())))));
    outputs.attempt(() -> print(parameters));
  }

  private void writeFile(ParameterTable parameters) {
    files
        .parameterFile()
        .ifPresent(file -> file.write(parameters.csv().getBytes(StandardCharsets.UTF_8)));
  }

  /** Comes last: nobody may read any more. */
  private void print(ParameterTable parameters) {
    if (files.parametersOnStdout()) {
      console.out().append(parameters.csv()).flush();
    }
  }

  /** Follows a run of {@code fit}: writes its logs, shows how far it is, saves its checkpoints. */
  public static final class FitWatch implements Watcher {
    /**
     * Where a run saves its checkpoints.
     *
     * @param file always whole: either the old checkpoint or the new one
     * @param every epochs from one to the next
     * @param settings that the run has
     * @param tables that it learns from
     */
    public record Checkpoints(
        OutputFile file, int every, Map<String, String> settings, List<Table> tables) {
      /** Saves where a run stands, if it is time to. */
      void accept(Epoch epoch, boolean over, Supplier<Checkpoint> state) {
        if (over || (epoch.number() > 0 && epoch.number() % every == 0)) {
          List<String> data = tables.stream().map(Table::sha256).toList();
          SavedRun run = new SavedRun(Version.gdtrain(), settings, data, state.get());
          file.overwriting().write(CheckpointFile.bytes(run));
        }
      }
    }

    /**
     * The logs of a run.
     *
     * @param open those that are written to
     * @param alone whether nothing else comes of the run
     * @param notes receives what becomes of the run when nobody reads its log any more
     */
    public record Logs(List<LossLog> open, boolean alone, Consumer<String> notes) {}

    private final EveryOutput outputs = new EveryOutput();
    private Optional<UncheckedIOException> checkpointFailure = Optional.empty();

    private final Logs logs;
    private final List<LossLog> open;
    private final Optional<Checkpoints> checkpoints;
    private final Interruption interruption;
    private final ProgressLine progress;
    private Optional<LastFiniteEpoch> lastFinite = Optional.empty();
    private List<Watcher> followers = List.of();
    private boolean readerGone;
    private final long start = System.nanoTime();

    /** A watch over a run. */
    public FitWatch(
        Logs logs,
        Optional<Checkpoints> checkpoints,
        Interruption interruption,
        ProgressLine progress) {
      this.logs = logs;
      this.open = new ArrayList<>(logs.open());
      this.checkpoints = checkpoints;
      this.interruption = interruption;
      this.progress = progress;
    }

    /** Lets others follow the run, too. */
    public FitWatch with(List<Watcher> others) {
      this.followers = List.copyOf(others);
      return this;
    }

    /** The outputs of the run, some of which may have failed while it went on. */
    EveryOutput outputs() {
      checkpointFailure.ifPresent(outputs::failed);
      return outputs;
    }

    /** Whether the run took more than a minute. */
    boolean isLong() {
      return System.nanoTime() - start > TimeUnit.MINUTES.toNanos(1);
    }

    /** Whether the reader of standard output has closed it. */
    public boolean isReaderGone() {
      return readerGone;
    }

    @Override
    public void epoch(Epoch epoch) {
      toLogs(log -> log.accept(epoch));
      followers.forEach(follower -> follower.epoch(epoch));
      progress.accept(epoch);
    }

    @Override
    public void reached(Epoch epoch, Point here) {
      if (Double.isFinite(epoch.objective()) && Double.isFinite(epoch.gradientNorm())) {
        lastFinite = Optional.of(LastFiniteEpoch.of(epoch, here));
      }
      followers.forEach(follower -> follower.reached(epoch, here));
    }

    /** Where the run was when all its numbers were finite; empty if they never were. */
    public Optional<LastFiniteEpoch> lastFinite() {
      return lastFinite;
    }

    @Override
    public void checkpoint(Epoch epoch, boolean over, Supplier<Checkpoint> state) {
      try {
        checkpoints.ifPresent(c -> c.accept(epoch, over, state));
        checkpointFailure = Optional.empty();
      } catch (UncheckedIOException e) {
        if (checkpointFailure.isEmpty()) {
          warn(e);
        }
        checkpointFailure = Optional.of(e);
      }
    }

    private void warn(UncheckedIOException failure) {
      progress.end();
      logs.notes().accept("warning: %s; the run goes on".formatted(failure.getMessage()));
    }

    @Override
    public boolean asksForLayers() {
      return logs.open().stream().anyMatch(LossLog::hasLayers)
          || followers.stream().anyMatch(Watcher::asksForLayers);
    }

    @Override
    public boolean interrupts() {
      return interruption.happened();
    }

    /**
     * Does something with every log. A run whose log nobody reads any more goes on if files come of
     * it, and so does one whose log cannot be written. The signal that interrupts a run often ends
     * the reader of its log, too; then the run still writes everything else.
     */
    public void toLogs(Consumer<LossLog> action) {
      for (LossLog log : List.copyOf(open)) {
        try {
          action.accept(log);
        } catch (BrokenPipe e) {
          if (!interruption.happensSoon()) {
            leave(e);
          }
          open.remove(log);
        } catch (UncheckedIOException e) {
          if (logs.alone()) {
            throw e;
          }
          warn(e);
          outputs.failed(e);
          open.remove(log);
        }
      }
    }

    private void leave(BrokenPipe pipe) {
      progress.end();
      if (logs.alone()) {
        logs.notes()
            .accept("stopped: stdout was closed by its reader, and no output file is named");
        throw pipe;
      }
      logs.notes().accept("stdout was closed by its reader; the run goes on for its output files");
      readerGone = true;
    }
  }

  /**
   * Where the results of {@code fit} go.
   *
   * @param values its settings
   */
  public record FitFiles(SettingValues values) {
    private static final int USUAL_CHECKPOINT = 100;

    /** Whether files that exist are overwritten. */
    public boolean force() {
      return values.get(Settings.FORCE);
    }

    /** Whether standard output has the parameters instead of the log. */
    public boolean parametersOnStdout() {
      return values.text(Settings.PARAMS).equals("-");
    }

    /** Whether curves are drawn on stderr. */
    public boolean live() {
      return values.get(Settings.LIVE) && Screen.isTerminal();
    }

    /** Whether standard output has rows of the log. */
    private boolean logsOnStdout() {
      return !(live() && Screen.isStandardOutputToo())
          && !parametersOnStdout()
          && !values.isGiven(Settings.LOG)
          && format() != LogFormat.NONE;
    }

    /** The shape of the log. */
    private LogFormat format() {
      boolean given = values.isGiven(Settings.LOG_FORMAT);
      boolean filed = values.isGiven(Settings.LOG);
      LogFormat format =
          given ? Words.constant(LogFormat.class, Settings.LOG_FORMAT, values) : LogFormat.CSV;
      values.checkCount(Settings.LOG_EVERY);
      boolean nowhere = format == LogFormat.NONE || (parametersOnStdout() && !filed);
      if (nowhere && values.isGiven(Settings.LOG_EVERY)) {
        throw new InvalidSetting("⟦log-every⟧ has no effect: there is no log");
      }
      if (parametersOnStdout() && !filed && given && format != LogFormat.NONE) {
        throw new InvalidSetting(
            "⟦log-format⟧ has no effect: ⟦params⟧ - puts the parameters on stdout instead of the log;"
                + " ⟦log⟧ FILE keeps both");
      }
      if (format == LogFormat.NONE && filed) {
        throw new InvalidSetting("⟦log⟧ has no effect with ⟦log-format⟧ none");
      }
      return format;
    }

    /** The model file, if wanted. */
    public Optional<OutputFile> modelFile() {
      return file(Settings.OUTPUT, force());
    }

    /** The parameter file, if wanted. */
    public Optional<OutputFile> parameterFile() {
      return parametersOnStdout() ? Optional.empty() : file(Settings.PARAMS, force());
    }

    /** The page about the run, if wanted. */
    public Optional<OutputFile> reportFile() {
      return file(Settings.REPORT, force()).map(PageFile::checked);
    }

    /** The checkpoint file, if wanted; the one that the run goes on from may be overwritten. */
    public Optional<OutputFile> checkpointFile() {
      if (values.isGiven(Settings.CHECKPOINT_EVERY) && !values.isGiven(Settings.CHECKPOINT)) {
        throw new InvalidSetting("⟦checkpoint-every⟧ has no effect without ⟦checkpoint⟧");
      }
      values.checkCount(Settings.CHECKPOINT_EVERY);
      return file(Settings.CHECKPOINT, force() || isResumed());
    }

    /** Epochs from one checkpoint to the next. */
    public int checkpointEvery() {
      return values.find(Settings.CHECKPOINT_EVERY).orElse(USUAL_CHECKPOINT);
    }

    private boolean isResumed() {
      return values.isGiven(Settings.RESUME)
          && values.isGiven(Settings.CHECKPOINT)
          && OutputFile.isSame(
              Path.of(values.get(Settings.RESUME)), Path.of(values.get(Settings.CHECKPOINT)));
    }

    private Optional<OutputFile> file(Setting<String> setting, boolean overwrite) {
      return values.find(setting).map(name -> new OutputFile(Path.of(name), setting, overwrite));
    }

    private Optional<OutputFile> logFile(boolean goesOn) {
      return file(Settings.LOG, force() || goesOn);
    }

    /** Whether there is an output besides standard output. */
    private boolean writes() {
      return modelFile().isPresent() || writesBesideTheModel();
    }

    /** Whether there is an output besides the loss log. */
    private boolean writesBesideTheLog() {
      return values.given().stream().anyMatch(s -> s.isOutput() && s != Settings.LOG);
    }

    /** Whether something is written that the next run with the same names would find. */
    public boolean writesBesideTheModel() {
      return parameterFile().isPresent()
          || Stream.of(Settings.LOG, Settings.METRICS, Settings.CHECKPOINT, Settings.REPORT)
              .anyMatch(values::isGiven);
    }

    /**
     * Refuses outputs that cannot be written, before any work.
     *
     * @param metrics a further output, if there is one
     */
    public void check(Optional<OutputFile> metrics) {
      List<OutputFile> files =
          Stream.of(
                  metrics,
                  checkpointFile(),
                  modelFile(),
                  parameterFile(),
                  reportFile(),
                  logFile(values.isGiven(Settings.RESUME)))
              .flatMap(Optional::stream)
              .toList();
      screen(); // refuses what is wrong before any work
      files.forEach(OutputFile::check);
      if (force() && files.isEmpty()) {
        throw new InvalidSetting("⟦force⟧ has no effect: no file is written");
      }
      format();
      logsLayers();
    }

    /** Whether the log has the gradient norm of each layer. */
    public boolean logsLayers() {
      Optional<String> metrics = values.find(Settings.METRIC_LOG);
      if (metrics.isPresent() && format() == LogFormat.NONE) {
        throw new InvalidSetting("⟦metric-log⟧ has no effect with ⟦log-format⟧ none");
      }
      return metrics.stream()
          .flatMap(list -> Selection.parse(list).references().stream())
          .map(word -> EnumWord.constant(LogMetric.class, Settings.METRIC_LOG, word))
          .toList()
          .contains(LogMetric.LAYERS);
    }

    /** Where progress is drawn. */
    public Screen screen() {
      String progress = values.get(Settings.PROGRESS);
      boolean quiet = values.get(Settings.QUIET);
      if (quiet && progress.equals("always")) {
        throw new InvalidSetting("⟦progress⟧ always has no effect with ⟦quiet⟧");
      }
      if (values.get(Settings.LIVE) && (quiet || values.isGiven(Settings.PROGRESS))) {
        throw new InvalidSetting(
            "⟦live⟧ has no effect with "
                + (quiet ? "⟦quiet⟧" : "⟦progress⟧, which draws on stderr, too"));
      }
      boolean shown =
          switch (progress) {
            case "always" -> true;
            case "never" -> false;
            case Settings.AUTO ->
                Screen.isTerminal() && !(logsOnStdout() && Screen.isStandardOutputToo());
            default ->
                throw new InvalidSetting(
                    "⟦progress⟧ takes auto, always or never, not '%s'".formatted(progress));
          };
      return new Screen(shown && !quiet && !live(), Screen.columns());
    }

    /**
     * Opens the log in its file, or else on standard output.
     *
     * @param passed the last epoch of the run that is taken up, if one is
     */
    public FitWatch.Logs openLogs(LogColumns columns, Console console, Optional<Epoch> passed) {
      LogLayout shape = new LogLayout(format(), columns, values.find(Settings.LOG_EVERY).orElse(1));
      List<LossLog> logs = new ArrayList<>();
      logFile(passed.isPresent()).ifPresent(file -> logs.add(open(file, shape, passed)));
      if (logsOnStdout()) {
        LossLog log = new LossLog(shape, console.out()).begin();
        passed.ifPresent(log::goOn);
        logs.add(log);
      }
      return new FitWatch.Logs(
          logs, !writesBesideTheLog(), console.notes(values.get(Settings.QUIET)));
    }

    /**
     * Opens the log in its file: the rows up to the last epoch of the run that is taken up stay,
     * those behind it, which the run had logged before it was cut off, are written again.
     */
    private static LossLog open(OutputFile file, LogLayout shape, Optional<Epoch> passed) {
      if (passed.isEmpty()) {
        return new LossLog(shape, file.open()).begin();
      }
      Epoch last = passed.get();
      if (!Files.isRegularFile(file.path())) {
        return new LossLog(shape, file.open()).begin().goOn(last);
      }
      try {
        long length = PreviousLog.lengthUntil(last, file.path(), shape);
        return new LossLog(shape, file.openAt(length)).goOn(last);
      } catch (IOException e) {
        throw file.failure(e);
      } catch (IllegalArgumentException e) {
        throw new CannotResume(
            "⟦log⟧ %s cannot be gone on with: %s; name a new file"
                .formatted(file.path(), e.getMessage()),
            e);
      }
    }
  }
}
