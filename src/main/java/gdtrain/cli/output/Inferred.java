package gdtrain.cli.output;

import gdtrain.diagnosis.RunSummary;
import gdtrain.insight.inference.NoInference;
import gdtrain.report.InferenceTable;
import gdtrain.run.Measurements;
import gdtrain.run.TrainingRun;
import gdtrain.run.uncertainty.FitInference;
import gdtrain.run.uncertainty.RunInference;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has inferred, or why it has not though that was asked for.
 *
 * @param result empty if nothing was inferred
 * @param refusal a sentence, if there is a reason
 */
record Inferred(Optional<FitInference> result, Optional<String> refusal) {
  private static final Inferred NOTHING = new Inferred(Optional.empty(), Optional.empty());

  /** Infers, if that is asked for and the run has not failed otherwise. */
  static Inferred of(Optional<RunInference> inference, Fit fit, RunSummary summary) {
    boolean failed = fit.ending() == Ending.DIVERGED || fit.ending() == Ending.INTERRUPTED;
    if (failed || inference.isEmpty()) {
      return NOTHING;
    }
    Optional<String> separated = fit.converged() ? Optional.empty() : summary.separation();
    if (separated.isPresent()) {
      return new Inferred(
          Optional.empty(), separated.map(reason -> "⟦inference⟧ has nothing to go by: " + reason));
    }
    try {
      return new Inferred(Optional.of(inference.get().at(fit)), Optional.empty());
    } catch (NoInference e) {
      return new Inferred(Optional.empty(), Optional.of(e.sentence()));
    }
  }

  /** The table, if there is one. */
  Optional<InferenceTable> table() {
    return result.map(all -> new InferenceTable(all.inference()));
  }

  /** Lines for people, if there are some. */
  Optional<List<String>> lines(TrainingRun run) {
    return result.map(
        all ->
            new InferenceTable(all.inference())
                .lines(run.schema().target().name(), all.cluster().orElse("")));
  }

  /** What the model keeps of it. */
  Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    result.ifPresent(all -> record.put(FitInference.PART, all.toRecord()));
    return record;
  }

  /** What was measured, and what was inferred. */
  Measurements in(Measurements measured) {
    result.ifPresent(
        all -> measured.put(FitInference.PART, all.toMetrics(), all.inference().figures()));
    return refusal.isPresent() ? measured.unmet() : measured;
  }
}
