package gdtrain.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationMetricsTest {
  /** Both probabilities of each row, from those of the second class. */
  private static double[] both(double... second) {
    return Arrays.stream(second).flatMap(p -> Arrays.stream(new double[] {1 - p, p})).toArray();
  }

  private static List<Metric> metrics(
      int[] truths, double[] probabilities, double[] weights, int classes) {
    ClassificationMetrics metrics = new ClassificationMetrics(classes, truths.length);
    for (int i = 0; i < truths.length; i++) {
      double[] row = Arrays.copyOfRange(probabilities, i * classes, (i + 1) * classes);
      int called = ClassificationMetrics.mostProbable(row, 0, classes);
      metrics.add(truths[i], called, row, weights[i]);
    }
    return metrics.metrics();
  }

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double metric(List<Metric> metrics, String name) {
    return metrics.stream()
        .filter(m -> m.name().equals(name))
        .mapToDouble(Metric::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ofTwoClassesAgreeWithValuesComputedByHand() {
    // found 4 of which 3 right; all positives 5; negatives 3 of which 2 right
    int[] truths = {1, 1, 1, 0, 1, 1, 0, 0};
    double[] scores = {0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.1};
    List<Metric> metrics = metrics(truths, both(scores), ones(8), 2);
    assertEquals(5 / 8.0, metric(metrics, "accuracy"));
    assertEquals((3 / 5.0 + 2 / 3.0) / 2, metric(metrics, "balanced_accuracy"), 1e-15);
    assertEquals(3 / 4.0, metric(metrics, "precision"));
    assertEquals(3 / 5.0, metric(metrics, "recall"));
    assertEquals(2 / 3.0, metric(metrics, "f1"), 1e-15);
    assertEquals(13 / 15.0, metric(metrics, "auc"), 1e-15); // 3 x 3 + 2 x 2 pairs of 15
  }

  @Test
  void ofThreeClassesAreTheSharesFoundOfEach() {
    int[] truths = {0, 0, 0, 1, 1, 2};
    double[] probabilities = {
      .8, .1, .1, //
      .5, .4, .1, //
      .1, .1, .8, //
      .2, .5, .3, //
      .6, .3, .1, //
      .2, .3, .5
    };
    assertEquals(
        List.of(
            new Metric("accuracy", 4 / 6.0),
            new Metric("balanced_accuracy", (2 / 3.0 + 1 / 2.0 + 1) / 3)),
        metrics(truths, probabilities, ones(6), 3));
  }

  @Test
  void balanceOnlyOverTheClassesThatOccur() {
    double[] probabilities = {.8, .1, .1, .5, .4, .1};
    List<Metric> metrics = metrics(new int[] {0, 1}, probabilities, ones(2), 3);
    assertEquals(0.5, metric(metrics, "balanced_accuracy"));
  }

  @Test
  void countTiesHalfUnderTheCurve() {
    int[] truths = {1, 0, 1, 0};
    assertEquals(0.5, auc(truths, ones(4), 0.5, 0.5, 0.5, 0.5));
    assertEquals(0.875, auc(truths, ones(4), 0.9, 0.5, 0.5, 0.1));
    assertEquals(1, auc(truths, ones(4), 0.9, 0.2, 0.5, 0.1));
    assertEquals(0, auc(truths, ones(4), 0.1, 0.9, 0.2, 0.8));
  }

  private static double auc(int[] truths, double[] weights, double... scores) {
    return metric(metrics(truths, both(scores), weights, 2), "auc");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void haveTheShareOfWeightedPairsInOrderUnderTheCurve(long seed) {
    Random random = new Random(seed);
    int n = 60;
    int[] truths = random.ints(n, 0, 2).toArray();
    double[] weights = random.doubles(n, 0, 3).toArray();
    double[] scores = random.ints(n, 0, 10).mapToDouble(i -> i / 16.0).toArray(); // with ties
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (truths[i] == 1 && truths[j] == 0) {
          double weight = weights[i] * weights[j];
          pairs += weight;
          right += weight * (Math.signum(scores[i] - scores[j]) + 1) / 2;
        }
      }
    }
    assertEquals(right / pairs, auc(truths, weights, scores), 1e-12);
  }

  @Test
  void countARowOfWeightTwoTwiceAndOneOfWeightZeroNotAtAll() {
    List<Metric> weighted =
        metrics(new int[] {0, 1, 1, 0}, both(0.3, 0.6, 0.2, 0.7), new double[] {1, 2, 1, 0}, 2);
    List<Metric> repeated = metrics(new int[] {0, 1, 1, 1}, both(0.3, 0.6, 0.6, 0.2), ones(4), 2);
    assertEquals(repeated, weighted);
  }

  @Test
  void areNoNumbersWhereThereIsNothingToDivideBy() {
    List<Metric> noneFound = metrics(new int[] {0, 1}, both(0.1, 0.2), ones(2), 2);
    assertEquals(Double.NaN, metric(noneFound, "precision"));
    assertEquals(0, metric(noneFound, "recall"));
    assertEquals(0, metric(noneFound, "f1"));
    List<Metric> noPositives = metrics(new int[] {0, 0}, both(0.1, 0.8), ones(2), 2);
    assertEquals(Double.NaN, metric(noPositives, "recall"));
    assertEquals(Double.NaN, metric(noPositives, "auc"));
    assertEquals(0.5, metric(noPositives, "balanced_accuracy"));
  }

  @Test
  void theLastOfEquallyProbableClassesIsTaken() {
    assertEquals(1, ClassificationMetrics.mostProbable(both(0.5), 0, 2));
    assertEquals(2, ClassificationMetrics.mostProbable(new double[] {.2, .4, .4}, 0, 3));
    assertEquals(0, ClassificationMetrics.mostProbable(new double[] {0, 0, 1, .5, .3, .2}, 3, 3));
  }
}
