package gdtrain.run;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Loss;
import gdtrain.loss.Scaled;
import gdtrain.metric.Metrics;
import gdtrain.run.PredictionMetrics.Predictor;
import gdtrain.run.setting.Words;
import gdtrain.table.BadTable;
import gdtrain.train.DataObjective;
import java.util.Optional;

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
    return new TargetUnits(target, loss, target.unit().isScaled() ? scaled(target, loss) : same);
  }

  private static Scaled scaled(Target target, Loss loss) {
    return loss.scaled(target.unit().scale())
        .orElseThrow(
            () ->
                new BadTable(
                    "target '%s' has values of about %s, which the loss %s does not take; give the column another unit"
                        .formatted(target.name(), target.unit().scale(), loss.name())));
  }

  /** The loss on targets as they are learned. */
  public Loss learned() {
    return scaled.loss();
  }

  /** What the loss is called: {@code mse}, or {@code mse of log(price)}. */
  public String lossName() {
    return lossName(target, loss);
  }

  /** What a loss on a target is called, for people. */
  public static String lossName(Target target, Loss loss) {
    String name = Words.spaced(loss.name());
    return target.learned().equals(target.name()) ? name : name + " of " + target.learned();
  }

  /** The mean loss in the column's unit. */
  public double loss(DataObjective objective, double[] parameters) {
    return scaled.factor() * objective.loss(parameters);
  }

  /** A loss as it is told: NaN where a double cannot hold it in the column's unit. */
  public double told(double height) {
    return scaled.exact() ? height : Double.NaN;
  }

  /** Says where losses cannot be told. */
  Optional<String> warning() {
    return scaled.exact()
        ? Optional.empty()
        : Optional.of(
            "losses in the unit of '%s' are too %s for a number: they are left empty, and tables of slopes are in units of %s; give the column another unit"
                .formatted(
                    target.name(),
                    target.unit().scale() < 1 ? "small" : "large",
                    target.unit().scale()));
  }

  /**
   * How good predictions for rows are.
   *
   * @param height the mean loss of the rows in the column's unit
   */
  public Metrics score(DataObjective objective, Dataset rows, double height, double[] parameters) {
    Predictor predictor = visitor -> objective.predict(parameters, visitor);
    return new Metrics(
        rows.rows(), told(height), PredictionMetrics.of(rows, predictor, target, loss));
  }
}
