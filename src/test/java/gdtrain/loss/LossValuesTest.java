package gdtrain.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Exact;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and slopes worked out by hand, and where the losses go far away from the target. */
class LossValuesTest {
  /** Loss, raw output, target; value, slope. */
  private static final String ROWS =
      """
      mse                | 3     | 1     | 4                   | 4
      mae                | 3     | 1     | 2                   | 1
      mae                | -3    | 1     | 4                   | -1
      mae                | 2     | 2     | 0                   | 0
      mae                | -1000 | 2     | 1002                | -1
      huber:delta=2      | 2     | 1     | 0.5                 | 1
      huber:delta=2      | 3     | 1     | 2                   | 2
      huber:delta=2      | -4    | 1     | 8                   | -2
      huber              | 1000  | 0     | 1349.08875          | 1.35
      quantile:q=0.9     | 3     | 1     | 0.2                 | 0.1
      quantile:q=0.9     | 1     | 3     | 1.8                 | -0.9
      quantile:q=0.9     | 3     | 3     | 0                   | 0
      quantile           | -1000 | 0     | 500                 | -0.5
      log-cosh           | 1     | 0     | 0.43378083048302146 | 0.7615941559557649
      log-cosh           | 1000  | 0     | 999.3068528194401   | 1
      log-cosh           | -1000 | 0     | 999.3068528194401   | -1
      log-cosh:width=3   | -3    | 0     | 3.9040274743471932   | -2.2847824678672946
      poisson            | 0     | 3     | 1.2958368660043291  | -2
      poisson            | 2     | 0     | 7.38905609893065    | 7.38905609893065
      poisson            | 0     | 1     | 0                   | 0
      poisson            | -1000 | 3     | 3000.2958368660043  | -3
      poisson            | 700   | 3     | 1.0142320547350045e304 | 1.0142320547350045e304
      poisson            | 1000  | 3     | Infinity            | Infinity
      poisson            | 1000  | 0     | Infinity            | Infinity
      gamma              | 0     | 2     | 0.3068528194400547  | -1
      gamma              | 0     | 1     | 0                   | 0
      gamma              | 1000  | 2     | 998.3068528194401   | 1
      gamma              | -700  | 1     | 1.0142320547350045e304 | -1.0142320547350045e304
      gamma              | -1000 | 2     | Infinity            | -Infinity
      binary-cross-entropy               | 0     | 1 | 0.6931471805599453    | -0.5
      binary-cross-entropy:smoothing=0.2 | 0     | 1 | 0.6931471805599453    | -0.4
      binary-cross-entropy:smoothing=0.2 | 1000  | 1 | 100                   | 0.1
      binary-cross-entropy:smoothing=0.2 | -1000 | 1 | 900                   | -0.9
      hinge              | 0     | 1     | 1                   | -1
      hinge              | 0.25  | 0     | 1.25                | 1
      hinge              | 1.5   | 1     | 0                   | 0
      hinge              | 1     | 1     | 0                   | 0
      hinge              | -1000 | 1     | 1001                | -1
      squared-hinge      | 0.25  | 0     | 1.5625              | 2.5
      squared-hinge      | 0.5   | 1     | 0.25                | -1
      squared-hinge      | 1.5   | 1     | 0                   | 0
      squared-hinge      | -1000 | 1     | 1002001             | -2002
      focal              | 0     | 1     | 0.17328679513998632 | -0.2982867951399863
      focal              | 0     | 0     | 0.17328679513998632 | 0.2982867951399863
      focal:gamma=1      | 0     | 1     | 0.34657359027997264 | -0.4232867951399863
      focal              | -1000 | 1     | 1000                | -1
      focal              | 1000  | 1     | 0                   | 0
      focal:gamma=0.5    | 40    | 1     | 8.75651076269652e-27 | -1.3134766144044781e-26
      """;

  static Stream<String[]> rows() {
    return ROWS.lines()
        .map(line -> Arrays.stream(line.split("[|]")).map(String::strip).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void oneOutput(String name, String raw, String target, String value, String slope) {
    One one =
        One.of(
            Losses.CATALOG.choose(name),
            new double[] {Double.parseDouble(raw)},
            new double[] {Double.parseDouble(target)});
    assertClose(Double.parseDouble(value), one.sum);
    assertClose(Double.parseDouble(slope), one.slope[0][0]);
  }

  private static void assertClose(double expected, double actual) {
    if (Double.isInfinite(expected)) {
      assertEquals(expected, actual);
    } else {
      assertEquals(expected, actual, Math.max(1e-13 * Math.abs(expected), 1e-300));
    }
  }

  @Test
  void logCoshKeepsSmallLosses() {
    for (double raw : new double[] {1e-3, -1e-6, 1e-9}) {
      One one = One.of(Losses.CATALOG.choose("log-cosh"), new double[] {raw}, new double[] {0});
      assertEquals(1, one.sum / (raw * raw / 2 - Math.pow(raw, 4) / 12), 1e-6);
    }
  }

  @Test
  void binaryCrossEntropyIsRightToFourUnitsInTheLastPlaceHoweverSmall() {
    Loss loss = Losses.CATALOG.choose("binary-cross-entropy");
    double[][] target = {{1}};
    for (double raw = 1e-3; raw < 700; raw *= 1.013) {
      BigDecimal small = Exact.log1p(Exact.decay(raw));
      BigDecimal large = small.add(new BigDecimal(raw));
      double right = One.of(loss, new double[][] {{raw}}, target, 1).sum;
      double wrong = One.of(loss, new double[][] {{-raw}}, target, 1).sum;
      assertTrue(Exact.unitsOff(right, small) <= 4, "at " + raw);
      assertTrue(Exact.unitsOff(wrong, large) <= 4, "at -" + raw);
    }
  }

  @Test
  void threeOutputs() {
    double[] even = {0, 0, 0};
    double[] first = {1, 0, 0};
    assertRow(
        "softmax-cross-entropy:smoothing=0.3",
        even,
        first,
        Math.log(3),
        -1.4 / 3,
        0.7 / 3,
        0.7 / 3);
    assertRow("focal:gamma=0", even, first, Math.log(3), -2 / 3.0, 1 / 3.0, 1 / 3.0);
    // p = 1/3, q = 2/3: q^2 (1 + 2 p l / q) (p - target) with l = log 3
    double factor = 4 / 9.0 * (1 + Math.log(3));
    assertRow("focal", even, first, 4 / 9.0 * Math.log(3), -factor * 2 / 3, factor / 3, factor / 3);
  }

  @Test
  void threeOutputsFarApart() {
    double[] apart = {1000, 0, -1000};
    assertRow("focal", apart, new double[] {1, 0, 0}, 0, 0, 0, 0);
    assertRow("focal", apart, new double[] {0, 1, 0}, 1000, 1, -1, 0);
    assertRow("focal", apart, new double[] {0, 0, 1}, 2000, 1, 0, -1);
    double[] smoothed = {1, 0, 0};
    assertRow("softmax-cross-entropy:smoothing=0.3", apart, smoothed, 300, 0.2, -0.1, -0.1);
    double small = 2 * Math.exp(-50); // q = l = small, as p is 1
    assertRow(
        "focal:gamma=1",
        new double[] {50, 0, 0},
        smoothed,
        small * small,
        0,
        small * small,
        small * small);
  }

  private static void assertRow(
      String name, double[] raw, double[] target, double value, double... slope) {
    One one = One.of(Losses.CATALOG.choose(name), raw, target);
    assertEquals(value, one.sum, 1e-13 * value, name);
    assertArrayEquals(slope, one.slope[0], 1e-13, name);
  }

  @ParameterizedTest
  @CsvSource({
    "mse, 3.7",
    "mae, 3",
    "quantile:q=0.1, 1",
    "quantile:q=0.9, 10",
    "huber:delta=1, 2.6",
    "poisson, 1.308332819650179",
    "gamma, 1.308332819650179",
  })
  void bestConstantOfOneTwoThreeAndTen(String name, double expected) {
    // huber at 2.6: 3 x 1 + 1 x 0.6 + 4 x -0.4 + 2 x -1 = 0
    double[] targets = {1, 2, 3, 10, 99};
    double[] weights = {3, 1, 4, 2, 0};
    double best = Losses.CATALOG.choose(name).bestConstant(Observations.of(targets, weights))[0];
    assertEquals(expected, best, 1e-12);
  }

  @Test
  void bestConstantsOfClasses() {
    double[] targets = {1, 1, 1, 0};
    double[] weights = {1, 1, 1, 1};
    assertEquals(
        1, Losses.CATALOG.choose("hinge").bestConstant(Observations.of(targets, weights))[0]);
    assertEquals(
        0.5,
        Losses.CATALOG.choose("squared-hinge").bestConstant(Observations.of(targets, weights))[0]);
    double logit = Math.log(3);
    assertEquals(
        logit, Losses.usual(true, 1).bestConstant(Observations.of(targets, weights))[0], 1e-14);
    assertEquals(
        logit,
        Losses.CATALOG.choose("focal:gamma=0").bestConstant(Observations.of(targets, weights))[0],
        1e-12);
    String smoothed = "binary-cross-entropy:smoothing=0.2";
    assertEquals(
        Math.log(0.7 / 0.3),
        Losses.CATALOG.choose(smoothed).bestConstant(Observations.of(targets, weights))[0],
        1e-14);
  }

  @Test
  void countsArePredictedByTheExponential() {
    for (String name : new String[] {"poisson", "gamma"}) {
      double[] raw = {0, Math.log(7), -2};
      Losses.CATALOG.choose(name).link(raw, 1);
      assertArrayEquals(new double[] {1, 7, Math.exp(-2)}, raw, 1e-14);
    }
  }
}
