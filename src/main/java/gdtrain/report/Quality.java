package gdtrain.report;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.Target;
import gdtrain.loss.Loss;
import gdtrain.metric.ClassificationMetrics;
import gdtrain.metric.Metric;
import gdtrain.metric.RegressionMetrics;
import java.util.List;

/** The figures of quality of predictions for a dataset. */
public final class Quality {
  private Quality() {}

  /**
   * The figures, weighted by the rows' weights.
   *
   * @param predictions row after row, as many as the network has outputs, numbers in the unit of
   *     the target's column
   * @param target what is predicted
   * @param loss whose link made the predictions
   */
  public static List<Metric> of(Dataset data, double[] predictions, Target target, Loss loss) {
    double[] weights = data.weights();
    int classes = target.classes().size();
    return classes == 0
        ? RegressionMetrics.of(target.inOriginalUnits(data.targets()), predictions, weights)
        : ClassificationMetrics.of(
            data.labels(), scores(predictions, classes, loss), weights, classes);
  }

  /**
   * One score for every class, the highest for the predicted one: its probability, or, where the
   * loss gives none, the raw output of two classes with either sign.
   */
  static double[] scores(double[] predictions, int classes, Loss loss) {
    if (classes != 2) {
      return predictions;
    }
    double[] both = new double[2 * predictions.length];
    for (int row = 0; row < predictions.length; row++) {
      both[2 * row] = loss.probabilities() ? 1 - predictions[row] : -predictions[row];
      both[2 * row + 1] = predictions[row];
    }
    return both;
  }
}
