package gdtrain.run;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Unit;
import gdtrain.metric.Metrics;
import gdtrain.train.DataObjective;
import java.util.stream.DoubleStream;

/**
 * Rows whose predictions are measured.
 *
 * @param rows with their targets
 * @param objective their mean loss, in the unit in which targets are learned
 * @param units between that unit and the column's
 */
public record MeasuredRows(Dataset rows, DataObjective objective, TargetUnits units) {
  /**
   * What predicted numbers are off by at a point, of every row that has a weight, in the target's
   * unit.
   */
  public DoubleStream residuals(double[] point) {
    DoubleStream.Builder residuals = DoubleStream.builder();
    Unit unit = units.target().unit();
    PredictionMetrics.visit(
        rows,
        visitor -> objective.predict(point, visitor),
        (block, row, predictions) -> {
          if (block.weights()[row] > 0) {
            residuals.add(unit.raw(predictions[row]) - unit.raw(block.targets()[row]));
          }
        });
    return residuals.build();
  }

  /** How good the predictions at a point are. */
  public Metrics score(double[] point) {
    return score(units.loss(objective, point), point);
  }

  /** How good they are where the mean loss, in the column's unit, is already known. */
  public Metrics score(double loss, double[] point) {
    return units.score(objective, rows, loss, point);
  }
}
