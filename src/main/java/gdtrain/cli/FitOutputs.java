package gdtrain.cli;

import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import gdtrain.report.BrokenPipe;
import gdtrain.report.LossLog;
import gdtrain.report.ParameterTable;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Writes what came of a run.
 *
 * @param spec of the command, for the record of its settings
 * @param table that was learned from
 * @param output where to
 * @param gate has the last word
 * @param retries tries what to do where the run diverged
 * @param notes for people
 */
record FitOutputs(
    CommandSpec spec, Table table, OutputOptions output, Gate gate, Retries retries, Notes notes) {
  /** Writes everything; the result is the exit code. */
  int write(TrainingRun run, Fit fit, FitWatch watch, Interruption interruption) {
    watch.toLogs(LossLog::finish);
    FitSummary summary = new FitSummary(run, fit);
    ParameterTable parameters = new ParameterTable(run.parameters(fit.parameters()));
    watch.toLogs(log -> log.event("params", parameters::event));
    watch.toLogs(log -> log.event("summary", () -> FitRecord.event(run, fit, summary.scores())));
    if (fit.ending() == Ending.DIVERGED) {
      gate.write(summary::measures);
      Optional<Retry> retry = Remedy.find(retries, run, fit, interruption::happened);
      explain(new PostMortem(run, fit, watch.lastFinite(), retry), parameters);
      return ExitCode.DIVERGED;
    }
    boolean interrupted = fit.ending() == Ending.INTERRUPTED;
    try {
      save(() -> model(spec, table, run, fit, summary.scores()), summary, parameters);
    } catch (BrokenPipe e) {
      if (!interrupted) {
        throw e;
      }
    }
    if (interrupted) {
      gate.write(summary::measures);
      return interruption.exitCode();
    }
    return gate.close(summary::measures, notes);
  }

  /** The model; a run that diverged has none. */
  static Optional<Model> model(
      CommandSpec spec, Table table, TrainingRun run, Fit fit, Scores scores) {
    return fit.ending() == Ending.DIVERGED
        ? Optional.empty()
        : Optional.of(run.model(fit, FitRecord.of(spec, table, run, fit, scores)));
  }

  private void explain(PostMortem story, ParameterTable parameters) {
    writeFile(parameters);
    if (!notes.quiet()) {
      story.lines().forEach(notes);
    }
    notes.console().say("gdtrain: " + story.sentence(again()));
    print(parameters);
  }

  /** The words of the command; what a diverged run has written, the next one may overwrite. */
  private ShellCommand again() {
    ParseResult given = spec.commandLine().getParseResult();
    ShellCommand typed = ShellCommand.typed(spec);
    boolean resumes = given.hasMatchedOption("--resume") && !typed.has("--resume");
    ShellCommand command =
        (resumes ? ShellCommand.expanded(spec) : typed).without("--resume"); // options change
    boolean written =
        output.parameterFile().isPresent()
            || Stream.of("--log", "--metrics", "--checkpoint").anyMatch(given::hasMatchedOption);
    return written && !output.force ? command.with("--force") : command;
  }

  private void save(
      Supplier<Optional<Model>> model, FitSummary summary, ParameterTable parameters) {
    if (!notes.quiet()) {
      summary.lines(parameters).forEach(notes); // first: a file may turn out not to be writable
    }
    writeFile(parameters);
    output.modelFile().ifPresent(file -> file.write(ModelFile.bytes(model.get().orElseThrow())));
    print(parameters);
  }

  private void writeFile(ParameterTable parameters) {
    output
        .parameterFile()
        .ifPresent(file -> file.write(parameters.csv().getBytes(StandardCharsets.UTF_8)));
  }

  /** Comes last: nobody may read any more. */
  private void print(ParameterTable parameters) {
    if (output.parametersOnStdout()) {
      notes.console().out().append(parameters.csv()).flush();
    }
  }
}
