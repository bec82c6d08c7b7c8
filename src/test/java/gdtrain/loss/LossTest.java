package gdtrain.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Plain;
import gdtrain.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss of the catalog against its formula in plain doubles. */
class LossTest {
  private static final int ROWS = 9;

  /** What a loss made of a block. */
  private static final class Result {
    private final double sum;
    private final double[][] slope;

    private Result(Plain plain, double[][] raw, double[][] targets, double[] weights) {
      One one = One.of(Losses.CATALOG.choose(plain.lossName()), raw, targets, weights);
      sum = one.sum;
      slope = one.slope;
    }
  }

  static Stream<Arguments> lossesAndSeeds() {
    return Stream.of(Plain.values())
        .flatMap(plain -> LongStream.range(1, 6).mapToObj(seed -> Arguments.of(plain, seed)));
  }

  @ParameterizedTest
  @MethodSource("lossesAndSeeds")
  void sumsWeightTimesLossOverTheRows(Plain plain, long seed) {
    Sample sample = Sample.of(plain, ROWS, plain.outputs(), seed);
    assertEquals(ROWS, Arrays.stream(sample.x).mapToDouble(row -> row[0]).distinct().count());
    assertTrue(Arrays.stream(sample.targets).mapToDouble(row -> row[0]).distinct().count() > 1);
    Result result = new Result(plain, sample.x, sample.targets, sample.weights);
    assertEquals(plainSum(plain, sample), result.sum, 1e-12);
  }

  private static double plainSum(Plain plain, Sample sample) {
    return IntStream.range(0, ROWS)
        .mapToDouble(i -> sample.weights[i] * plain.loss(sample.x[i], sample.targets[i]))
        .sum();
  }

  @ParameterizedTest
  @MethodSource("lossesAndSeeds")
  void leavesTheWeightedSlopeInPlaceOfTheRawOutputs(Plain plain, long seed) {
    Sample sample = Sample.of(plain, ROWS, plain.outputs(), seed);
    Result result = new Result(plain, sample.x, sample.targets, sample.weights);
    for (int row = 0; row < ROWS; row++) {
      double[] target = sample.targets[row];
      double weight = sample.weights[row];
      double[] formula = plain.slope(sample.x[row], target);
      double[] differences =
          Plain.centralDifferences(raw -> weight * plain.loss(raw, target), sample.x[row]);
      assertArrayEquals(weighted(formula, weight), result.slope[row], 1e-14);
      assertArrayEquals(differences, result.slope[row], 1e-10);
    }
  }

  private static double[] weighted(double[] slope, double weight) {
    return Arrays.stream(slope).map(s -> weight * s).toArray();
  }

  @ParameterizedTest
  @MethodSource("lossesAndSeeds")
  void turnsRawOutputsIntoPredictions(Plain plain, long seed) {
    Sample sample = Sample.of(plain, ROWS, plain.outputs(), seed);
    double[][] linked = One.linked(Losses.CATALOG.choose(plain.lossName()), sample.x);
    for (int row = 0; row < ROWS; row++) {
      assertArrayEquals(plain.prediction(sample.x[row]), linked[row], 1e-15);
    }
  }

  @ParameterizedTest
  @MethodSource("lossesAndSeeds")
  void isFlatWhereThePredictionIsTheTarget(Plain plain, long seed) {
    Sample sample = Sample.of(plain, ROWS, plain.outputs(), seed);
    double[][] targets = new double[ROWS][];
    Arrays.setAll(targets, i -> plain.prediction(sample.x[i]));
    double[][] slope = new Result(plain, sample.x, targets, sample.weights).slope;
    for (double[] row : slope) {
      assertArrayEquals(new double[plain.outputs()], row, 1e-15);
    }
  }

  @ParameterizedTest
  @MethodSource("lossesAndSeeds")
  void isLowestAmongConstantsAtItsBestConstant(Plain plain, long seed) {
    Sample sample = Sample.of(plain, ROWS, plain.outputs(), seed);
    double[] targets = Arrays.stream(sample.targets).flatMapToDouble(Arrays::stream).toArray();
    double[] best =
        Losses.CATALOG
            .choose(plain.lossName())
            .bestConstant(Observations.of(targets, sample.weights));
    double[][] ones = new double[ROWS][1];
    Arrays.setAll(ones, i -> new double[] {1});
    double lowest = plain.meanLoss(ones, sample.targets, sample.weights, best);
    Random random = new Random(seed);
    for (int trial = 0; trial < 50; trial++) {
      double[] other = best.clone();
      other[trial % other.length] += 0.1 * random.nextGaussian();
      double loss = plain.meanLoss(ones, sample.targets, sample.weights, other);
      assertTrue(loss > lowest, () -> loss + " at " + Arrays.toString(other));
    }
  }

  @Test
  void theBestConstantOfAClassThatNoRowHasIsFiniteAndCostsNothing() {
    double[] never =
        Losses.usual(true, 1)
            .bestConstant(Observations.of(new double[] {0, 0}, new double[] {1, 3}));
    assertEquals(0, one(Plain.BINARY, never, 0).sum);
    double[] sure =
        Losses.usual(true, 1).bestConstant(Observations.of(new double[] {1}, new double[] {2}));
    assertEquals(0, one(Plain.BINARY, sure, 1).sum);
    double[] three =
        Losses.usual(true, 3)
            .bestConstant(Observations.of(new double[] {1, 0, 0, 0, 0, 1}, new double[] {1, 3}));
    assertEquals(-Math.log(0.25), one(Plain.SOFTMAX, three, 1, 0, 0).sum, 1e-15);
    assertEquals(-Math.log(0.75), one(Plain.SOFTMAX, three, 0, 0, 1).sum, 1e-15);
  }

  @Test
  void binaryCrossEntropyGoesOverIntoItsAsymptotes() {
    for (double raw : new double[] {40, 100, 700, 710, 745, 746, 1000}) {
      double small = Math.exp(-raw);
      assertLoss(Plain.BINARY, small, new double[] {0}, new double[] {raw}, 1);
      assertLoss(Plain.BINARY, raw, new double[] {1}, new double[] {raw}, 0);
      assertLoss(Plain.BINARY, raw, new double[] {-1}, new double[] {-raw}, 1);
      assertLoss(Plain.BINARY, small, new double[] {0}, new double[] {-raw}, 0);
    }
  }

  @Test
  void softmaxCrossEntropyGoesOverIntoItsAsymptotes() {
    for (double raw : new double[] {100, 745, 1000}) {
      double[] high = {raw, 0, -raw};
      assertLoss(Plain.SOFTMAX, 0, new double[] {0, 0, 0}, high, 1, 0, 0);
      assertLoss(Plain.SOFTMAX, raw, new double[] {1, -1, 0}, high, 0, 1, 0);
      assertLoss(Plain.SOFTMAX, 2 * raw, new double[] {1, 0, -1}, high, 0, 0, 1);
      double[] tied = {raw, raw, -raw};
      assertLoss(Plain.SOFTMAX, Math.log(2), new double[] {-0.5, 0.5, 0}, tied, 1, 0, 0);
    }
  }

  @Test
  void squaredErrorKeepsLargeResiduals() {
    assertLoss(Plain.MSE, 1e6, new double[] {2000}, new double[] {1000}, 0);
    assertLoss(Plain.MSE, 4e6, new double[] {-4000}, new double[] {-1000}, 1000);
  }

  private static void assertLoss(
      Plain plain, double loss, double[] slope, double[] raw, double... target) {
    Result result = one(plain, raw, target);
    assertEquals(loss, result.sum, 1e-14 * loss);
    assertArrayEquals(slope, result.slope[0], 1e-15);
  }

  private static Result one(Plain plain, double[] raw, double... target) {
    return new Result(plain, new double[][] {raw}, new double[][] {target}, new double[] {1});
  }

  @Test
  void probabilitiesSumToOneHoweverFarTheOutputsAreApart() {
    Random random = new Random(5);
    double[][] raw = Data.normal(200, 4, random);
    for (int i = 0; i < raw.length; i++) {
      double reach = i * 5.0;
      raw[i] = Arrays.stream(raw[i]).map(r -> reach * r).toArray();
    }
    assertTrue(Arrays.stream(raw).flatMapToDouble(Arrays::stream).max().orElse(0) > 1000);
    for (double[] row : One.linked(Losses.usual(true, 3), raw)) {
      assertEquals(1, Arrays.stream(row).sum(), 1e-15);
      assertTrue(Arrays.stream(row).allMatch(p -> p >= 0));
    }
  }

  @ParameterizedTest
  @EnumSource(Plain.class)
  void isFoundInTheCatalogByItsName(Plain plain) {
    assertEquals(plain.lossName(), Losses.CATALOG.choose(plain.lossName()).name());
  }

  @Test
  void theUsualLossFollowsFromTheTarget() {
    List<Class<?>> usual =
        Stream.of(Losses.usual(false, 1), Losses.usual(true, 1), Losses.usual(true, 3))
            .<Class<?>>map(Object::getClass)
            .toList();
    assertEquals(
        List.of(SquaredError.class, BinaryCrossEntropy.class, SoftmaxCrossEntropy.class), usual);
  }
}
