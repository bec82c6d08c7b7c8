package gdtrain.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures for predicted classes. */
public final class ClassificationMetrics {
  private ClassificationMetrics() {}

  /**
   * Counts are weighted.
   *
   * <ul>
   *   <li>{@code accuracy}: share of rows whose most probable class is the true one
   *   <li>{@code balanced_accuracy}: the mean over the classes met of the share found of each
   *   <li>with two classes, for the second: {@code precision} = found and right / found, {@code
   *       recall} = found and right / all, {@code f1} = their harmonic mean, {@code auc} =
   *       probability that a random positive row scores above a random negative one, ties counting
   *       half
   * </ul>
   *
   * @param truths index of the true class of every row
   * @param probabilities row after row, one for every class; or other scores, higher for the
   *     likelier
   * @param classes how many there are, at least 2
   */
  public static List<Metric> of(
      int[] truths, double[] probabilities, double[] weights, int classes) {
    double[][] confusion = new double[classes][classes]; // truth, prediction
    for (int row = 0; row < truths.length; row++) {
      confusion[truths[row]][mostProbable(probabilities, row, classes)] += weights[row];
    }
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new Metric("accuracy", accuracy(confusion)));
    metrics.add(new Metric("balanced_accuracy", balancedAccuracy(confusion)));
    if (classes == 2) {
      double precision = confusion[1][1] / (confusion[0][1] + confusion[1][1]);
      double recall = confusion[1][1] / sum(confusion[1]);
      metrics.add(new Metric("precision", precision));
      metrics.add(new Metric("recall", recall));
      metrics.add(new Metric("f1", 2 * precision * recall / (precision + recall)));
      metrics.add(new Metric("auc", areaUnderCurve(truths, probabilities, weights)));
    }
    return List.copyOf(metrics);
  }

  /**
   * The names of the figures, in the order of {@link #of}.
   *
   * @param classes how many there are, at least 2
   */
  static List<String> names(int classes) {
    List<String> all = List.of("accuracy", "balanced_accuracy");
    return classes == 2
        ? Stream.concat(all.stream(), Stream.of("precision", "recall", "f1", "auc")).toList()
        : all;
  }

  /** The class with the highest probability in a row; of equal ones the last. */
  public static int mostProbable(double[] probabilities, int row, int classes) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (probabilities[row * classes + k] >= probabilities[row * classes + best]) {
        best = k;
      }
    }
    return best;
  }

  private static double accuracy(double[][] confusion) {
    double right = IntStream.range(0, confusion.length).mapToDouble(k -> confusion[k][k]).sum();
    return right / Arrays.stream(confusion).mapToDouble(ClassificationMetrics::sum).sum();
  }

  private static double balancedAccuracy(double[][] confusion) {
    return IntStream.range(0, confusion.length)
        .filter(k -> sum(confusion[k]) > 0)
        .mapToDouble(k -> confusion[k][k] / sum(confusion[k]))
        .average()
        .orElse(Double.NaN);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double areaUnderCurve(int[] truths, double[] probabilities, double[] weights) {
    double[] scores = new double[truths.length];
    Arrays.setAll(scores, row -> probabilities[2 * row + 1]);
    int[] order = Ranking.ascending(scores);
    double negatives = 0;
    double positives = 0;
    double area = 0;
    for (int i = 0; i < order.length; ) {
      double tiedNegatives = 0;
      double tiedPositives = 0;
      double score = scores[order[i]];
      for (; i < order.length && scores[order[i]] == score; i++) {
        if (truths[order[i]] == 1) {
          tiedPositives += weights[order[i]];
        } else {
          tiedNegatives += weights[order[i]];
        }
      }
      area += tiedPositives * (negatives + tiedNegatives / 2);
      negatives += tiedNegatives;
      positives += tiedPositives;
    }
    return area / (negatives * positives);
  }
}
