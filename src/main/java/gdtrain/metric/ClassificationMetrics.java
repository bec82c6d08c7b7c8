package gdtrain.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Metrics of predicted classes; counts are weighted.
 *
 * <ul>
 *   <li>{@code accuracy}: share of rows whose most probable class is the true one
 *   <li>{@code balanced_accuracy}: the mean recall of the classes that occur
 *   <li>with two classes, for the second: {@code precision} = true positives / predicted positives,
 *       {@code recall} = true positives / positives, {@code f1} = 2 true positives / (predicted
 *       positives + positives), their harmonic mean, {@code auc} = area under the receiver
 *       operating characteristic ({@link AreaUnderCurve})
 * </ul>
 *
 * <p>NaN where the divisor is 0.
 */
public final class ClassificationMetrics {
  private final int classes;
  private final Confusion confusion;
  private final AreaUnderCurve area;

  /**
   * No rows yet.
   *
   * @param classes how many there are, at least 2
   * @param rows how many will be taken
   */
  public ClassificationMetrics(int classes, int rows) {
    this.classes = classes;
    this.confusion = new Confusion(classes);
    this.area = new AreaUnderCurve(classes == 2 ? rows : 0);
  }

  /**
   * Takes a row.
   *
   * @param truth index of the true class
   * @param called index of the predicted one
   * @param scores one for every class, higher for more probable ones
   */
  public void add(int truth, int called, double[] scores, double weight) {
    confusion.add(truth, called, weight);
    if (classes == 2) {
      area.add(truth == 1, scores[1], weight);
    }
  }

  /** The metrics of all rows taken. */
  public List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new Metric("accuracy", confusion.accuracy()));
    metrics.add(new Metric("balanced_accuracy", confusion.balancedAccuracy()));
    if (classes == 2) {
      metrics.add(new Metric("precision", confusion.precision(1)));
      metrics.add(new Metric("recall", confusion.recall(1)));
      metrics.add(new Metric("f1", confusion.f1(1)));
      metrics.add(new Metric("auc", area.value()));
    }
    return List.copyOf(metrics);
  }

  /**
   * The names of the metrics, in the order of {@link #metrics}.
   *
   * @param classes how many there are, at least 2
   */
  static List<String> names(int classes) {
    List<String> all = List.of("accuracy", "balanced_accuracy");
    return classes == 2
        ? Stream.concat(all.stream(), Stream.of("precision", "recall", "f1", "auc")).toList()
        : all;
  }

  /** The class with the highest probability, from an index on; of equal ones the last. */
  public static int mostProbable(double[] probabilities, int at, int classes) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (probabilities[at + k] >= probabilities[at + best]) {
        best = k;
      }
    }
    return best;
  }
}
