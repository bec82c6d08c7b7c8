package gdtrain.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionMetricsTest {
  private static final double[] TRUTHS = {1, 2, 3, 6};
  private static final double[] PREDICTIONS = {2, 2, 1, 6};

  private static List<Metric> metrics(double[] truths, double[] predictions, double[] weights) {
    RegressionMetrics metrics = new RegressionMetrics();
    for (int i = 0; i < truths.length; i++) {
      metrics.add(truths[i], predictions[i], weights[i]);
    }
    for (int i = 0; i < truths.length; i++) {
      metrics.addAgain(truths[i], weights[i]);
    }
    return metrics.metrics();
  }

  @Test
  void agreeWithValuesComputedByHand() {
    // errors 1, 0, -2, 0; truths have mean 3 and squared distances 4, 1, 0, 9
    assertEquals(
        List.of(
            new Metric("mse", 5 / 4.0),
            new Metric("rmse", Math.sqrt(5 / 4.0)),
            new Metric("mae", 3 / 4.0),
            new Metric("r2", 1 - 5 / 14.0)),
        metrics(TRUTHS, PREDICTIONS, new double[] {1, 1, 1, 1}));
  }

  @Test
  void countARowOfWeightTwoTwiceAndOneOfWeightZeroNotAtAll() {
    assertEquals(
        metrics(new double[] {1, 3, 3, 6}, new double[] {2, 1, 1, 6}, new double[] {1, 1, 1, 1}),
        metrics(TRUTHS, PREDICTIONS, new double[] {1, 0, 2, 1}));
  }

  @Test
  void explainNothingOfAConstantTruthUnlessEveryPredictionIsRight() {
    double[] ones = {1, 1};
    assertEquals(
        new Metric("r2", 0), metrics(new double[] {5, 5}, new double[] {4, 5}, ones).get(3));
    assertEquals(
        new Metric("r2", 1), metrics(new double[] {5, 5}, new double[] {5, 5}, ones).get(3));
  }

  @Test
  void haveANegativeR2BelowTheMean() {
    List<Metric> metrics = metrics(new double[] {0, 2}, new double[] {2, 0}, new double[] {1, 1});
    assertEquals(new Metric("r2", -3), metrics.get(3));
  }
}
