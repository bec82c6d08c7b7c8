package gdtrain.run;

import gdtrain.compute.Workers;
import gdtrain.dataset.preparation.Folds;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.run.setting.RunSettings;
import gdtrain.table.Notes;
import java.util.function.Function;

/** Runs on the folds of a cross-validation, each on one thread. */
public final class FoldRun {
  private FoldRun() {}

  /**
   * Makes something of a run on one fold, whose rows are prepared for it and given back.
   *
   * @param index of the fold, from 0
   * @param notes receives what was left out in this fold but not with all rows
   */
  public static <T> T of(
      Folds folds, int index, RunSettings settings, Notes notes, Function<TrainingRun, T> work) {
    Prepared rows = folds.fold(index, notes);
    try (Workers alone = new Workers(1)) {
      return work.apply(new TrainingRun(rows, settings, alone));
    } finally {
      folds.release(rows);
    }
  }
}
