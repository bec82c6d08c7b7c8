package gdtrain.cli.output;

import gdtrain.insight.inference.HeldOutErrors;
import gdtrain.metric.MetricNames;
import gdtrain.run.Session;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.Command.Group;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.uncertainty.FoldResiduals;
import gdtrain.run.uncertainty.InferenceSettings;
import gdtrain.run.uncertainty.RunInference;
import gdtrain.table.Table;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is to be told of how sure a run is.
 *
 * @param inference about its parameters, if that is wanted
 * @param calibration of its predictions, if that is wanted besides that of validation rows
 */
public record Uncertainty(
    Optional<RunInference> inference, Optional<Supplier<HeldOutErrors>> calibration) {
  /**
   * What was asked for, before there is a run.
   *
   * @param inference how parameters are judged, if they are
   * @param folds by which predictions are, if they are
   */
  public record Request(Optional<InferenceSettings> inference, Optional<FoldResiduals> folds) {
    private static final Request NONE = new Request(Optional.empty(), Optional.empty());

    /** What was asked for, checked as far as it can be. */
    public static Request of(SettingValues values) {
      boolean asked =
          values.given().stream().anyMatch(setting -> setting.group() == Group.UNCERTAINTY);
      return asked ? read(values) : NONE; // what is not asked for loads no class
    }

    private static Request read(SettingValues values) {
      return new Request(InferenceSettings.of(values), FoldResiduals.of(values));
    }

    /** The settings of the run, which must allow for it. */
    public RunSettings settings(SettingValues values) {
      if (inference.isEmpty()) {
        return RunSettings.of(values);
      }
      RunSettings settings = RunSettings.of(InferenceSettings.withoutClusters(values));
      inference.get().check(settings);
      return settings;
    }

    /** Refuses a table that has not the columns asked for. */
    public void check(Table table) {
      if (inference.isPresent()) {
        inference.get().check(table);
      }
    }

    /** What is to be told of a run, whose rows must allow for it. */
    public Uncertainty of(TrainingRun run, Session session) {
      if (inference.isEmpty() && folds.isEmpty()) {
        return new Uncertainty(Optional.empty(), Optional.empty());
      }
      folds.ifPresent(request -> request.check(run));
      Table rows = run.tables().training();
      return new Uncertainty(
          inference.map(request -> new RunInference(request, run)),
          folds.map(request -> () -> request.calibrate(run.settings(), rows, session.workers())));
    }
  }

  /** Whether nothing is to be told. */
  boolean isNone() {
    return inference.isEmpty() && calibration.isEmpty();
  }

  /** The names of all that the run measures, with the figures of the inference. */
  public MetricNames names(TrainingRun run) {
    return inference.isEmpty()
        ? run.metricNames()
        : run.metricNames().with(inference.get().figureNames());
  }
}
