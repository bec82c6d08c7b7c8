package gdtrain.report;

import gdtrain.dataset.Dataset;
import gdtrain.metric.ClassificationMetrics;
import gdtrain.metric.Metric;
import gdtrain.metric.RegressionMetrics;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of quality of predictions for a dataset. */
public final class Quality {
  private Quality() {}

  /**
   * The figures, weighted by the rows' weights.
   *
   * @param predictions row after row, as many as the network has outputs
   * @param classes how many classes there are; 0 for numbers
   */
  public static List<Metric> of(Dataset data, double[] predictions, int classes) {
    double[] truths = data.targets();
    double[] weights = data.weights();
    if (classes == 0) {
      return RegressionMetrics.of(truths, predictions, weights);
    }
    int[] labels =
        IntStream.range(0, data.rows()).map(row -> label(truths, row, classes)).toArray();
    return ClassificationMetrics.of(labels, probabilities(predictions, classes), weights, classes);
  }

  private static int label(double[] truths, int row, int classes) {
    if (classes == 2) {
      return (int) truths[row];
    }
    int label = 0;
    while (truths[row * classes + label] == 0) {
      label++;
    }
    return label;
  }

  /** One probability for every class, where two classes have a prediction for the second only. */
  public static double[] probabilities(double[] predictions, int classes) {
    if (classes != 2) {
      return predictions;
    }
    double[] both = new double[2 * predictions.length];
    for (int row = 0; row < predictions.length; row++) {
      both[2 * row] = 1 - predictions[row];
      both[2 * row + 1] = predictions[row];
    }
    return both;
  }
}
