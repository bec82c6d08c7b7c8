package gdtrain.run;

import gdtrain.dataset.Dataset;
import gdtrain.metric.Metrics;
import gdtrain.train.DataObjective;

/**
 * Rows whose predictions are measured.
 *
 * @param rows with their targets
 * @param objective their mean loss, in the unit in which targets are learned
 * @param units between that unit and the column's
 */
public record MeasuredRows(Dataset rows, DataObjective objective, TargetUnits units) {
  /** How good the predictions at a point are. */
  public Metrics score(double[] point) {
    return score(units.loss(objective, point), point);
  }

  /** How good they are where the mean loss, in the column's unit, is already known. */
  public Metrics score(double loss, double[] point) {
    return units.score(objective, rows, loss, point);
  }
}
