package gdtrain.run.selection;

import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Loss;
import gdtrain.metric.ScoredRows;
import gdtrain.run.TrainingRun;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.Optional;

/**
 * What is predicted for the rows that a fold holds out, by a model that has not seen them.
 *
 * @param fold its name
 * @param table the rows as they were read, in the order of the predictions
 * @param target what is predicted, as the model of the fold has it
 * @param loss that the model of the fold was trained on
 * @param scored the rows with their predictions; empty if the run diverged
 */
public record HeldOut(
    String fold, Table table, Target target, Loss loss, Optional<ScoredRows> scored) {
  /**
   * Predicts them.
   *
   * @param fold the name of the fold
   * @param run whose test rows they are
   */
  static HeldOut of(String fold, TrainingRun run, Fit fit) {
    boolean diverged = fit.ending() == Ending.DIVERGED;
    return new HeldOut(
        fold,
        run.tables().test(),
        run.schema().target(),
        run.loss(),
        run.testRows().filter(rows -> !diverged).map(rows -> rows.scored(fit.point())));
  }
}
