package gdtrain.run.uncertainty;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.InOrder;
import gdtrain.compute.Workers;
import gdtrain.dataset.preparation.Folding;
import gdtrain.dataset.preparation.Folds;
import gdtrain.insight.inference.HeldOutErrors;
import gdtrain.insight.inference.NoInference;
import gdtrain.run.FoldRun;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Calibrates a run by its own rows: each is predicted by a run like it that has not learned from
 * the row's fold (Vovk 2015, "Cross-conformal predictors").
 *
 * @param folds how many there are
 */
public record FoldResiduals(int folds) {
  /** Checks the number. */
  public FoldResiduals {
    if (folds < 2) {
      throw new InvalidSetting("⟦calibrate⟧ must be 2 folds or more, not " + folds);
    }
  }

  /** That which was asked for, if it was. */
  public static Optional<FoldResiduals> of(SettingValues values) {
    if (values.isGiven(Settings.VALIDATION)) {
      values.refuse(Settings.CALIBRATE, "with ⟦validation⟧, whose rows calibrate");
    }
    if (!values.isGiven(Settings.OUTPUT)) {
      values.refuse(Settings.CALIBRATE, "without ⟦output⟧: it is for the model file");
    }
    return values.find(Settings.CALIBRATE).map(FoldResiduals::new);
  }

  /**
   * Refuses runs that have no residuals, or too few rows.
   *
   * @throws InvalidSetting with the reason
   */
  public void check(TrainingRun run) {
    if (run.classes() > 0) {
      throw new InvalidSetting(
          "⟦calibrate⟧ is for numbers that are predicted; the target '%s' has classes"
              .formatted(run.schema().target().name()));
    }
    if (run.weighedRows().rows() < folds) {
      throw new InvalidSetting(
          "⟦calibrate⟧ %d is more than the %,d rows there are"
              .formatted(folds, run.weighedRows().rows()));
    }
  }

  /**
   * Trains once for each fold.
   *
   * @param rows that the run has learned from
   * @throws NoInference if a fold diverged
   */
  public HeldOutErrors calibrate(RunSettings settings, Table rows, Workers workers) {
    Folding dealt = new Folding.Dealt(folds, 1, settings.validation().seed().value());
    Folds all = new Folds(rows, settings.preparation(), settings.intercept(), dealt, note -> {});
    List<Supplier<double[]>> tasks =
        IntStream.range(0, folds)
            .mapToObj(
                fold ->
                    (Supplier<double[]>)
                        () -> FoldRun.of(all, fold, settings, note -> {}, FoldResiduals::residuals))
            .toList();
    List<double[]> residuals = new ArrayList<>();
    InOrder.run(workers, tasks, residuals::add);
    return HeldOutErrors.of(residuals.stream().flatMapToDouble(DoubleStream::of));
  }

  private static double[] residuals(TrainingRun run) {
    Fit fit = run.fit(epoch -> {});
    if (fit.ending() == Ending.DIVERGED) {
      throw new NoInference(
          "⟦calibrate⟧: descent diverged in a fold; cv with the same options says in which");
    }
    return run.testRows().orElseThrow().residuals(fit.point()).toArray();
  }
}
