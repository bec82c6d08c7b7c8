package gdtrain.cli;

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
record MeasuredRows(Dataset rows, DataObjective objective, TargetUnits units) {
  /** How good the predictions at a point are. */
  Metrics score(double[] point) {
    return score(units.loss(objective, point), point);
  }

  /** The same where the mean loss, in the column's unit, is already known. */
  Metrics score(double loss, double[] point) {
    return units.score(objective, rows, loss, point);
  }
}
