package gdtrain.report;

import gdtrain.dataset.Dataset;
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
   * @param predictions row after row, as many as the network has outputs
   * @param classes how many classes there are; 0 for numbers
   * @param loss whose link made the predictions
   */
  public static List<Metric> of(Dataset data, double[] predictions, int classes, Loss loss) {
    double[] weights = data.weights();
    return classes == 0
        ? RegressionMetrics.of(data.targets(), predictions, weights)
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
