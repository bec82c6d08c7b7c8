package gdtrain.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every loss of the catalog, whatever its formula. */
class LossesTest {
  private static final int ROWS = Trial.ROWS;

  static List<Trial> trials() {
    return Trial.all();
  }

  static Stream<Arguments> trialsAndSeeds() {
    return trials().stream()
        .flatMap(trial -> LongStream.range(1, 4).mapToObj(seed -> Arguments.of(trial, seed)));
  }

  @ParameterizedTest
  @MethodSource("trialsAndSeeds")
  void theSlopeIsThatOfTheValue(Trial trial, long seed) {
    Trial.Rows rows = trial.rows(seed);
    assertEquals(ROWS, Arrays.stream(rows.raw).mapToDouble(r -> r[0]).distinct().count());
    assertTrue(Arrays.stream(rows.targets).mapToDouble(t -> t[0]).distinct().count() > 1);
    double h = 1e-5;
    double[][] slope = One.of(trial.loss(), rows.raw, rows.targets, rows.weights).slope;
    for (int row = 0; row < ROWS; row++) {
      for (int k = 0; k < trial.outputs(); k++) {
        double difference = value(trial, rows, row, k, h) - value(trial, rows, row, k, -h);
        double expected = rows.weights[row] * difference / (2 * h);
        assertEquals(expected, slope[row][k], 1e-6 * Math.max(Math.abs(expected), 0.01));
      }
    }
  }

  private static double value(Trial trial, Trial.Rows rows, int row, int output, double by) {
    double[] raw = rows.raw[row].clone();
    raw[output] += by;
    return One.of(trial.loss(), raw, rows.targets[row]).sum;
  }

  @ParameterizedTest
  @MethodSource("trials")
  void weightsMultiplyTheRows(Trial trial) {
    Trial.Rows rows = trial.rows(7);
    double expected = 0;
    for (int row = 0; row < ROWS; row++) {
      expected += rows.weights[row] * One.of(trial.loss(), rows.raw[row], rows.targets[row]).sum;
    }
    One one = One.of(trial.loss(), rows.raw, rows.targets, rows.weights);
    assertEquals(expected, one.sum, 1e-12 * Math.abs(expected));
    assertTrue(Arrays.stream(one.slope[ROWS - 2]).allMatch(slope -> slope == 0));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void roomForOneBlockServesTheNext(Trial trial) {
    double[][] room = new double[3][ROWS * trial.outputs()];
    for (long seed = 7; seed < 9; seed++) {
      Trial.Rows rows = trial.rows(seed);
      double[] raw = One.flat(rows.raw);
      double[] targets = rows.flatTargets();
      double[] weights = rows.weights.clone();
      One fresh = One.of(trial.loss(), rows.raw, rows.targets, rows.weights);
      assertEquals(fresh.sum, trial.loss().sumAndSlope(raw, targets, weights, room));
      assertArrayEquals(One.flat(fresh.slope), raw);
      assertArrayEquals(rows.flatTargets(), targets, "they are only read");
      assertArrayEquals(rows.weights, weights, "they are only read");
    }
  }

  static List<Trial> boundedTrials() {
    return trials().stream().filter(trial -> trial.loss().mostCurvature().isPresent()).toList();
  }

  @ParameterizedTest
  @MethodSource("boundedTrials")
  void bendsNowhereMoreThanItSaysAndSomewhereAsMuch(Trial trial) {
    double most = trial.loss().mostCurvature().orElseThrow();
    double[] target = trial.rows(5).targets[0];
    double largest = 0;
    for (double at = -4; at <= 4; at += 0.0625) {
      double[] raw = new double[trial.outputs()];
      double[] along = new double[trial.outputs()];
      Arrays.fill(raw, -20); // two classes share the probability
      Arrays.fill(raw, 0, Math.min(2, raw.length), target[0]);
      raw[0] += at;
      along[0] = raw.length == 1 ? 1 : Math.sqrt(0.5);
      Arrays.fill(along, Math.min(1, raw.length), Math.min(2, raw.length), -along[0]);
      double curvature = curvature(trial.loss(), raw, along, target);
      assertTrue(curvature <= most * (1 + 1e-6));
      assertTrue(!trial.loss().quadratic() || curvature >= most * (1 - 1e-6));
      largest = Math.max(largest, curvature);
    }
    assertEquals(most, largest, 1e-3 * most);
  }

  private static double curvature(Loss loss, double[] raw, double[] along, double[] target) {
    double h = 1e-5;
    double[][] slopes = new double[2][];
    for (int side = 0; side < 2; side++) {
      double step = side == 0 ? -h : h;
      double[] moved = new double[raw.length];
      Arrays.setAll(moved, k -> raw[k] + step * along[k]);
      slopes[side] = One.of(loss, moved, target).slope[0];
    }
    return IntStream.range(0, raw.length)
        .mapToDouble(k -> (slopes[1][k] - slopes[0][k]) * along[k] / (2 * h))
        .sum();
  }

  @Test
  void aBoundIsClaimedForTheSmoothLossesThatHaveOne() {
    assertEquals(
        Set.of(
            "mse",
            "huber",
            "log-cosh",
            "binary-cross-entropy",
            "softmax-cross-entropy",
            "squared-hinge"),
        Losses.CATALOG.names().stream()
            .filter(name -> Losses.CATALOG.choose(name).mostCurvature().isPresent())
            .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void farOutputsNeverMakeNumbersThatAreNone(Trial trial) {
    Trial.Rows rows = trial.rows(9);
    for (double far : new double[] {1e3, 700, 40, -40, -700, -1e3}) {
      for (int row = 0; row < ROWS; row++) {
        for (int k = 0; k < trial.outputs(); k++) {
          double[] raw = rows.raw[row].clone();
          raw[k] = far;
          One one = One.of(trial.loss(), raw, rows.targets[row]);
          assertTrue(one.sum >= -1e-13, () -> trial + " " + one.sum);
          boolean infinite = one.sum == Double.POSITIVE_INFINITY;
          for (double slope : one.slope[0]) {
            assertFalse(Double.isNaN(slope));
            assertEquals(infinite, Double.isInfinite(slope));
          }
          assertEquals(infinite, Math.abs(far) > 700 && exponential(trial.loss(), far));
        }
      }
    }
  }

  /** Whether exp overflows there: see the losses' Javadoc. */
  private static boolean exponential(Loss loss, double far) {
    return (loss.name().equals("poisson") && far > 0) || (loss.name().equals("gamma") && far < 0);
  }

  @ParameterizedTest
  @MethodSource("trials")
  void aRowOfWeightZeroCountsForNothingHoweverFarItIs(Trial trial) {
    Trial.Rows rows = trial.rows(10);
    double expected = One.of(trial.loss(), rows.raw, rows.targets, rows.weights).sum;
    for (double far : new double[] {1e3, -1e3}) {
      Arrays.fill(rows.raw[ROWS - 2], far);
      One one = One.of(trial.loss(), rows.raw, rows.targets, rows.weights);
      assertEquals(expected, one.sum);
      assertTrue(Arrays.stream(one.slope[ROWS - 2]).allMatch(slope -> slope == 0));
    }
  }

  @ParameterizedTest
  @MethodSource("trials")
  void anOutputThatIsNoNumberIsNotHidden(Trial trial) {
    Trial.Rows rows = trial.rows(11);
    Arrays.fill(rows.raw[3], Double.NaN);
    double sum = One.of(trial.loss(), rows.raw, rows.targets, rows.weights).sum;
    assertTrue(Double.isNaN(sum));
  }

  @ParameterizedTest
  @MethodSource("trialsAndSeeds")
  void noConstantIsBetterThanTheBest(Trial trial, long seed) {
    Trial.Rows rows = trial.rows(seed);
    double[] best = trial.loss().bestConstant(Observations.of(rows.flatTargets(), rows.weights));
    assertEquals(trial.outputs(), best.length);
    double lowest = One.ofConstant(trial.loss(), best, rows.targets, rows.weights);
    Random random = new Random(seed);
    for (double reach : new double[] {1, 0.1, 1e-3, 1e-5}) {
      for (int i = 0; i < 20; i++) {
        double[] other = Arrays.stream(best).map(b -> b + reach * random.nextGaussian()).toArray();
        double loss = One.ofConstant(trial.loss(), other, rows.targets, rows.weights);
        assertTrue(loss >= lowest - 1e-14 * lowest, () -> loss + " < " + lowest);
      }
    }
    double[] without = trial.loss().bestConstant(Observations.of(changedAt(rows), rows.weights));
    assertArrayEquals(best, without, "a row of weight 0 has no say");
  }

  private static double[] changedAt(Trial.Rows rows) {
    double[][] targets = Arrays.stream(rows.targets).map(double[]::clone).toArray(double[][]::new);
    targets[ROWS - 2] = targets[0].clone();
    return Arrays.stream(targets).flatMapToDouble(Arrays::stream).toArray();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void equalTargetsHaveAFiniteBestConstantThatIsHardToBeat(Trial trial) {
    double[][] targets = new double[4][trial.outputs()];
    for (double[] target : targets) {
      target[0] = 1;
    }
    double[] weights = {1, 2, 0, 3};
    double[] flat = Arrays.stream(targets).flatMapToDouble(Arrays::stream).toArray();
    double[] best = trial.loss().bestConstant(Observations.of(flat, weights));
    assertTrue(DoubleStream.of(best).allMatch(Double::isFinite), Arrays.toString(best));
    boolean smoothed = trial.loss().name().contains("smoothing");
    double loss = One.ofConstant(trial.loss(), best, targets, weights);
    assertEquals(smoothed, loss > 1e-9, trial + " " + loss);
  }

  @ParameterizedTest
  @MethodSource("trials")
  void theScaledLossHasTheValueOfTheOther(Trial trial) {
    boolean numbers = trial.loss().targets() == Targets.NUMBERS;
    assertEquals(numbers, trial.loss().scaled(2).isPresent());
    if (numbers) {
      for (double scale : new double[] {0.01, 0.7, 7, 1234.5}) {
        Scaled scaled = trial.loss().scaled(scale).orElseThrow();
        Trial.Rows rows = trial.rows(12);
        double expected =
            One.of(trial.loss(), times(rows.raw, scale), times(rows.targets, scale), rows.weights)
                .sum;
        double sum = One.of(scaled.loss(), rows.raw, rows.targets, rows.weights).sum;
        assertEquals(expected, scaled.factor() * sum, 1e-12 * expected);
      }
    }
  }

  private static double[][] times(double[][] rows, double factor) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(v -> factor * v).toArray())
        .toArray(double[][]::new);
  }

  static Stream<Trial> withProbabilities() {
    return trials().stream().filter(trial -> trial.loss().probabilities());
  }

  @ParameterizedTest
  @MethodSource("withProbabilities")
  void probabilitiesSumToOneAndFollowTheOutputs(Trial trial) {
    double[][] raw = trial.rows(13).raw;
    double[][] probabilities = One.linked(trial.loss(), raw);
    for (int row = 0; row < raw.length; row++) {
      double[] p = probabilities[row];
      assertTrue(Arrays.stream(p).allMatch(v -> v > 0 && v < 1));
      if (trial.outputs() == 1) {
        assertEquals(raw[row][0] > 0, p[0] > 0.5);
      } else {
        assertEquals(1, Arrays.stream(p).sum(), 1e-15);
        assertEquals(largest(raw[row]), largest(p));
      }
    }
  }

  private static int largest(double[] row) {
    return IntStream.range(0, row.length).reduce((i, j) -> row[i] >= row[j] ? i : j).orElseThrow();
  }
}
