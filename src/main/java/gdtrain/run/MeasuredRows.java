package gdtrain.run;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Unit;
import gdtrain.metric.Metrics;
import gdtrain.metric.ScoredRows;
import gdtrain.run.PredictionMetrics.Predictor;
import gdtrain.train.DataObjective;
import java.util.Collection;
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

  /** That, and figures that somebody asked for. */
  public Metrics score(double loss, double[] point, Collection<String> figures) {
    Metrics usual = score(loss, point);
    return figures.isEmpty() ? usual : usual.with(figures, scored(point));
  }

  /** The rows with what is predicted for them, kept in memory. */
  public ScoredRows scored(double[] point) {
    Predictor predictor = visitor -> objective.predict(point, visitor);
    double[] losses = objective.losses(point);
    for (int row = 0; row < losses.length; row++) {
      losses[row] = units.told(units.scaled().factor() * losses[row]);
    }
    ConstantLoss constant = ConstantLoss.of(rows, units.learned());
    return PredictionMetrics.kept(rows, predictor, units.target(), units.loss())
        .with(losses, weights -> units.told(units.scaled().factor() * constant.mean(weights)));
  }
}
