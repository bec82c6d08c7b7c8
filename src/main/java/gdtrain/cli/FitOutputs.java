package gdtrain.cli;

import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import gdtrain.report.LossLog;
import gdtrain.report.ParameterTable;
import gdtrain.report.ReaderGone;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Writes what came of a run.
 *
 * @param spec of the command, for the record of its settings
 * @param table that was learned from
 * @param output where to
 * @param gate has the last word
 * @param notes for people
 */
record FitOutputs(CommandSpec spec, Table table, OutputOptions output, Gate gate, Notes notes) {
  /** Writes everything; the result is the exit code. */
  int write(TrainingRun run, Fit fit, FitWatch watch, Interruption interruption) {
    watch.toLogs(LossLog::finish);
    FitSummary summary = new FitSummary(run, fit);
    Optional<Model> model = model(spec, table, run, fit, summary.scores());
    Map<String, Object> event = FitRecord.event(run, fit, summary.scores());
    watch.toLogs(log -> events(log, model, event));
    if (model.isEmpty()) {
      gate.write(summary.measures());
      notes.console().say("gdtrain: " + summary.divergence());
      return ExitCode.DIVERGED;
    }
    boolean interrupted = fit.ending() == Ending.INTERRUPTED;
    try {
      save(model.get(), summary);
    } catch (ReaderGone e) {
      if (!interrupted) {
        throw e;
      }
    }
    if (interrupted) {
      gate.write(summary.measures());
      return interruption.exitCode();
    }
    return gate.close(summary.measures(), notes);
  }

  /** The model; nothing is worth keeping of a run that diverged. */
  static Optional<Model> model(
      CommandSpec spec, Table table, TrainingRun run, Fit fit, Scores scores) {
    return fit.ending() == Ending.DIVERGED
        ? Optional.empty()
        : Optional.of(run.model(fit, FitRecord.of(spec, table, run, fit, scores)));
  }

  private static void events(LossLog log, Optional<Model> model, Map<String, Object> summary) {
    model.ifPresent(m -> log.event("params", new ParameterTable(m.parameters()).event()));
    log.event("summary", summary);
  }

  private void save(Model model, FitSummary summary) {
    ParameterTable parameters = new ParameterTable(model.parameters());
    if (!notes.quiet()) {
      summary.lines(parameters).forEach(notes); // first: a file may turn out not to be writable
    }
    output
        .parameterFile()
        .ifPresent(file -> file.write(parameters.csv().getBytes(StandardCharsets.UTF_8)));
    output.modelFile().ifPresent(file -> file.write(ModelFile.bytes(model)));
    if (output.parametersOnStdout()) {
      notes.console().out().append(parameters.csv()).flush(); // last: nobody may read any more
    }
  }
}
