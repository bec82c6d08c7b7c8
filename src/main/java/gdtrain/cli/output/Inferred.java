package gdtrain.cli.output;

import gdtrain.diagnosis.RunSummary;
import gdtrain.insight.inference.HeldOutErrors;
import gdtrain.insight.inference.NoInference;
import gdtrain.report.InferenceTable;
import gdtrain.run.Measurements;
import gdtrain.run.RunRecord;
import gdtrain.run.TrainingRun;
import gdtrain.run.uncertainty.FitInference;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a run has inferred, or why it has not though that was asked for.
 *
 * @param result empty if nothing was inferred
 * @param calibration empty if none was asked for besides that of validation rows
 * @param refusal a sentence, if there is a reason
 */
record Inferred(
    Optional<FitInference> result, Optional<HeldOutErrors> calibration, Optional<String> refusal) {
  private static final Inferred NOTHING =
      new Inferred(Optional.empty(), Optional.empty(), Optional.empty());

  private static Inferred refused(String reason) {
    return new Inferred(Optional.empty(), Optional.empty(), Optional.of(reason));
  }

  /** Infers and calibrates, if that is asked for and the run has not failed otherwise. */
  static Inferred of(Uncertainty asked, Fit fit, RunSummary summary) {
    boolean failed = fit.ending() == Ending.DIVERGED || fit.ending() == Ending.INTERRUPTED;
    if (failed || asked.isNone()) {
      return NOTHING;
    }
    Optional<String> separated =
        asked.inference().isPresent() ? summary.separation() : Optional.empty();
    if (separated.isPresent()) {
      return refused("⟦inference⟧ has nothing to go by: " + separated.get());
    }
    try {
      return new Inferred(
          asked.inference().map(inference -> inference.at(fit)),
          asked.calibration().map(Supplier::get),
          Optional.empty());
    } catch (NoInference e) {
      return refused(e.sentence());
    }
  }

  /** The table, if there is one. */
  Optional<InferenceTable> table() {
    return result.isEmpty()
        ? Optional.empty()
        : Optional.of(new InferenceTable(result.get().inference()));
  }

  /** Lines for people, if there are some. */
  Optional<List<String>> lines(TrainingRun run) {
    return result.map(
        all ->
            new InferenceTable(all.inference())
                .lines(run.schema().target(), all.cluster().orElse("")));
  }

  /** What the model keeps of it. */
  Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    result.ifPresent(all -> record.put(FitInference.PART, all.toRecord()));
    calibration.ifPresent(
        all -> record.put(RunRecord.CALIBRATION, RunRecord.calibration("folds", all)));
    return record;
  }

  /** What was measured, and what was inferred. */
  Measurements in(Measurements measured) {
    result.ifPresent(
        all -> measured.put(FitInference.PART, all.toMetrics(), all.inference().figures()));
    return refusal.isPresent() ? measured.unmet() : measured;
  }
}
