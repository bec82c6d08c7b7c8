package gdtrain.run.selection;

import gdtrain.compute.Workers;
import gdtrain.dataset.preparation.Folding;
import gdtrain.dataset.preparation.Folds;
import gdtrain.metric.ScoredRows;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.RunSettings;
import java.util.List;

/** The rows that a run learned from, predicted by models that have not seen them. */
public final class OutOfFold {
  private static final int FOLDS = 5;

  private OutOfFold() {}

  /**
   * Predicts them: 5 folds, dealt at random, class by class, by the seed of the run, or group by
   * group where test rows are whole groups; in each the same settings.
   *
   * @return the rows of each fold; without those of folds that diverged
   */
  public static List<ScoredRows> of(TrainingRun run, Workers workers) {
    RunSettings settings = run.settings();
    long seed = settings.validation().seed().value();
    Folding folding =
        settings
            .validation()
            .testGroups()
            .map(column -> (Folding) new Folding.Grouped(column, FOLDS, 1, seed))
            .orElseGet(() -> new Folding.Dealt(FOLDS, 1, seed));
    Folds folds =
        new Folds(
            run.tables().training(),
            settings.preparation(),
            settings.intercept(),
            folding,
            note -> {});
    CrossValidation validation = new CrossValidation(folds, settings).keepingPredictions();
    validation.run(workers, new CrossValidation.Listener() {});
    return validation.predictions().stream().flatMap(fold -> fold.scored().stream()).toList();
  }
}
