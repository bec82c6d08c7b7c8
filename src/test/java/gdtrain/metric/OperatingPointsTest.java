package gdtrain.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.metric.OperatingPoints.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatingPointsTest {
  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The points that roc_curve and precision_recall_curve of scikit-learn give. */
  @Test
  void pointsAreThoseOfAnIndependentProgram() {
    double[] scores = {0.1, 0.4, 0.35, 0.8, 0.4, 0.6};
    boolean[] positive = {false, false, true, true, true, false};
    OperatingPoints points = OperatingPoints.of(scores, positive, ones(6));

    assertEquals(
        List.of(
            new Point(Double.POSITIVE_INFINITY, 0, 0, 1, 0),
            new Point(0.8, 0, 1 / 3.0, 1, 1 / 6.0),
            new Point(0.6, 1 / 3.0, 1 / 3.0, 0.5, 2 / 6.0),
            new Point(0.4, 2 / 3.0, 2 / 3.0, 0.5, 4 / 6.0),
            new Point(0.35, 2 / 3.0, 1, 0.6, 5 / 6.0),
            new Point(0.1, 1, 1, 0.5, 1)),
        points.points());
    assertEquals(0.6111111111111112, points.area(), 1e-15);
    assertEquals(0.7, points.averagePrecision(), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areaIsTheMetric(long seed) {
    Random random = new Random(seed);
    int count = 200;
    double[] scores = new double[count];
    double[] weights = new double[count];
    boolean[] positive = new boolean[count];
    ClassificationMetrics metrics = new ClassificationMetrics(2, count);
    for (int i = 0; i < count; i++) {
      scores[i] = random.nextInt(40) / 40.0; // with ties
      weights[i] = 1 + random.nextInt(3);
      positive[i] = random.nextDouble() < scores[i];
      metrics.add(positive[i] ? 1 : 0, 0, new double[] {1 - scores[i], scores[i]}, weights[i]);
    }
    double auc =
        metrics.metrics().stream().filter(m -> m.name().equals("auc")).findFirst().get().value();

    assertTrue(auc > 0.6 && auc < 1, "" + auc);
    assertEquals(auc, OperatingPoints.of(scores, positive, weights).area(), 1e-13);
  }

  @Test
  void calibrationHasTheTenthsThatHaveRows() {
    Calibration calibration = new Calibration();
    calibration.add(false, 0.05, 1);
    calibration.add(true, 0.1, 1); // on the edge
    calibration.add(true, 0.95, 3);
    calibration.add(false, 1, 1);

    assertEquals(
        List.of(
            new Calibration.Bin(2, (0.05 + 0.1) / 2, 0.5),
            new Calibration.Bin(2, (3 * 0.95 + 1) / 4, 0.75)),
        calibration.bins());
  }
}
