package gdtrain.run;

import gdtrain.dataset.BlockReader;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.PlainRows;
import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Loss;
import gdtrain.metric.ClassificationMetrics;
import gdtrain.metric.Metric;
import gdtrain.metric.RegressionMetrics;
import gdtrain.metric.ScoredRows;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The metrics of predictions for a dataset, weighted by the rows' weights. */
public final class PredictionMetrics {
  private final Dataset data;
  private final Target target;
  private final Loss loss;

  /** Makes predictions for the rows of each block, in order, and hands them on. */
  @FunctionalInterface
  public interface Predictor {
    /**
     * Does so once.
     *
     * @param visitor takes the predictions of a block's rows, as many numbers for each as the
     *     network has outputs
     */
    void predict(Consumer<double[]> visitor);
  }

  private PredictionMetrics(Dataset data, Target target, Loss loss) {
    this.data = data;
    this.target = target;
    this.loss = loss;
  }

  /**
   * The metrics.
   *
   * @param predictor predicts in the unit in which the target is learned
   * @param target what is predicted
   * @param loss whose link makes the predictions
   */
  public static List<Metric> of(Dataset data, Predictor predictor, Target target, Loss loss) {
    PredictionMetrics quality = new PredictionMetrics(data, target, loss);
    return target.classes().isEmpty() ? quality.ofNumbers(predictor) : quality.ofClasses(predictor);
  }

  private List<Metric> ofNumbers(Predictor predictor) {
    RegressionMetrics metrics = new RegressionMetrics();
    visit(
        data,
        predictor,
        (rows, row, predictions) ->
            metrics.add(
                target.raw(rows.targets()[row]),
                target.raw(predictions[row]),
                rows.weights()[row]));
    data.forEachTarget(
        rows -> {
          for (int i = 0; i < rows.count(); i++) {
            metrics.addAgain(target.raw(rows.targets()[i]), rows.weights()[i]);
          }
        });
    return metrics.metrics();
  }

  private List<Metric> ofClasses(Predictor predictor) {
    int classes = target.classes().size();
    ClassificationMetrics metrics = new ClassificationMetrics(classes, data.rows());
    double[] scores = new double[classes];
    visit(
        data,
        predictor,
        (rows, row, predictions) -> {
          scores(predictions, row, loss, scores);
          metrics.add(rows.label(row), called(scores, target), scores, rows.weights()[row]);
        });
    return metrics.metrics();
  }

  /** The rows with their predictions, kept in memory. */
  static ScoredRows kept(Dataset data, Predictor predictor, Target target, Loss loss) {
    int classes = target.classes().size();
    ScoredRows kept = new ScoredRows(classes, loss.probabilities(), data.rows());
    double[] scores = new double[classes];
    visit(
        data,
        predictor,
        (rows, row, predictions) -> {
          double weight = rows.weights()[row];
          if (classes == 0) {
            double truth = target.raw(rows.targets()[row]);
            kept.addNumber(truth, target.raw(predictions[row]), weight);
          } else {
            scores(predictions, row, loss, scores);
            kept.addClass(rows.label(row), scores, called(scores, target), weight);
          }
        });
    return kept;
  }

  /** Takes a row of a block. */
  @FunctionalInterface
  public interface RowVisitor {
    /**
     * Does so.
     *
     * @param rows the block
     * @param row in it
     * @param predictions of all rows of the block
     */
    void visit(PlainRows rows, int row, double[] predictions);
  }

  /** Shows every row of a dataset, in order, with what is predicted for it. */
  public static void visit(Dataset data, Predictor predictor, RowVisitor visitor) {
    int[] block = {0};
    try (BlockReader reader = data.open()) {
      predictor.predict(
          predictions -> {
            PlainRows rows = reader.readTargets(block[0]++);
            for (int row = 0; row < rows.count(); row++) {
              visitor.visit(rows, row, predictions);
            }
          });
    }
  }

  /**
   * One score for every class, the highest for the predicted one: its probability, or, where the
   * loss gives none, the raw output of two classes with either sign.
   *
   * @param predictions row after row
   * @param scores receives the row's
   */
  public static void scores(double[] predictions, int row, Loss loss, double[] scores) {
    if (scores.length != 2) {
      System.arraycopy(predictions, row * scores.length, scores, 0, scores.length);
      return;
    }
    scores[0] = loss.probabilities() ? 1 - predictions[row] : -predictions[row];
    scores[1] = predictions[row];
  }

  /** The class that these scores are taken for: by the threshold, or else that with the highest. */
  public static int called(double[] scores, Target target) {
    OptionalDouble threshold = target.threshold();
    return threshold.isPresent()
        ? (scores[1] >= threshold.getAsDouble() ? 1 : 0)
        : ClassificationMetrics.mostProbable(scores, 0, scores.length);
  }
}
