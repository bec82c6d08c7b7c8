package gdtrain.run;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Loss;
import gdtrain.loss.Scaled;
import gdtrain.metric.Metrics;
import gdtrain.run.PredictionMetrics.Predictor;
import gdtrain.train.DataObjective;

/**
 * Between the unit in which a target is learned and that of its column.
 *
 * @param target what is predicted
 * @param loss in the column's unit
 * @param scaled the loss that descends, and what its value is times in the column's unit
 */
public record TargetUnits(Target target, Loss loss, Scaled scaled) {
  /** For a loss in the column's unit. */
  public static TargetUnits of(Target target, Loss loss) {
    Scaled same = new Scaled(loss, 1);
    return new TargetUnits(
        target,
        loss,
        target.unit().isScaled() ? loss.scaled(target.unit().scale()).orElseThrow() : same);
  }

  /** The loss on targets as they are learned. */
  public Loss learned() {
    return scaled.loss();
  }

  /** The mean loss in the column's unit. */
  public double loss(DataObjective objective, double[] parameters) {
    return scaled.factor() * objective.loss(parameters);
  }

  /**
   * How good predictions for rows are.
   *
   * @param height the mean loss of the rows in the column's unit
   */
  public Metrics score(DataObjective objective, Dataset rows, double height, double[] parameters) {
    Predictor predictor = visitor -> objective.predict(parameters, visitor);
    return new Metrics(rows.rows(), height, PredictionMetrics.of(rows, predictor, target, loss));
  }
}
