package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Plain;
import gdtrain.Sample;
import gdtrain.Training;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;
import gdtrain.loss.Observations;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Value and gradient over row blocks, against plain loops over all rows. */
class DataObjectiveTest {
  private static final int ROWS = 23;
  private static final int INPUTS = 4;
  private static final Workers ONE = new Workers(1);

  @AfterAll
  static void close() {
    ONE.close();
  }

  /** Value and gradient at a point. */
  private static final class Slope {
    private final double loss;
    private final double[] gradient;

    private Slope(DataObjective objective, double[] at) {
      double[] rubbish = new double[at.length];
      Arrays.fill(rubbish, Double.NaN); // must be cleared
      this.loss = objective.lossAndGradient(at, rubbish);
      this.gradient = rubbish;
      assertEquals(loss, objective.loss(at), "with and without gradient");
    }
  }

  static Stream<Arguments> lossesAndSeeds() {
    return Stream.of(Plain.values())
        .flatMap(plain -> LongStream.range(1, 6).mapToObj(seed -> Arguments.of(plain, seed)));
  }

  private static DataObjective objective(Plain plain, Dataset data, Workers workers) {
    Loss loss = Losses.CATALOG.choose(plain.lossName());
    return new DataObjective(network(plain), loss, data, workers);
  }

  private static Network network(Plain plain) {
    return new Network(INPUTS, List.of(), plain.outputs(), true);
  }

  private static Slope slope(Plain plain, Sample sample, int blockRows, double[] at) {
    return new Slope(objective(plain, sample.dataset(blockRows), ONE), at);
  }

  private static Sample sample(Plain plain, long seed) {
    return Sample.of(plain, ROWS, INPUTS, seed);
  }

  private static double[] point(Plain plain, long seed) {
    return new Random(-seed).doubles(network(plain).parameters(), -1, 1).toArray();
  }

  @ParameterizedTest
  @MethodSource("lossesAndSeeds")
  void agreesWithCentralDifferencesWhereverTheBlocksAreCut(Plain plain, long seed) {
    Sample sample = sample(plain, seed);
    double[] at = point(plain, seed);
    double[] differences =
        Plain.centralDifferences(
            p -> plain.meanLoss(sample.x, sample.targets, sample.weights, p), at);
    double expected = plain.meanLoss(sample.x, sample.targets, sample.weights, at);
    double norm = Math.sqrt(Arrays.stream(differences).map(d -> d * d).sum());
    assertTrue(norm > 0.01, "a point with a slope");
    assertEquals(at.length, Arrays.stream(differences).distinct().count());
    for (int blockRows : new int[] {1, 5, 8, 22, ROWS}) {
      Slope slope = slope(plain, sample, blockRows, at);
      assertEquals(expected, slope.loss, 1e-13 * Math.abs(expected));
      assertArrayEquals(differences, slope.gradient, 1e-9 * norm, "blocks of " + blockRows);
    }
  }

  @ParameterizedTest
  @MethodSource("lossesAndSeeds")
  void doesNotDependOnTheOrderOfRows(Plain plain, long seed) {
    Sample sample = sample(plain, seed);
    double[] at = point(plain, seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    Sample shuffled = sample.select(order.stream().mapToInt(Integer::intValue).toArray());
    assertNotEquals(sample.x[0][0], shuffled.x[0][0]);
    assertSame(slope(plain, sample, 6, at), slope(plain, shuffled, 6, at));
  }

  @ParameterizedTest
  @MethodSource("lossesAndSeeds")
  void countsARowOfWeightTwoTwice(Plain plain, long seed) {
    double[] weights = new double[ROWS];
    Arrays.fill(weights, 1);
    Sample once = sample(plain, seed).weighted(weights);
    double[] heavier = weights.clone();
    heavier[3] = 2;
    int[] withRowThreeAgain = IntStream.concat(IntStream.range(0, ROWS), IntStream.of(3)).toArray();
    double[] at = point(plain, seed);
    Slope expected = slope(plain, once.select(withRowThreeAgain), 6, at);
    assertSame(expected, slope(plain, once.weighted(heavier), 6, at));
    assertTrue(Math.abs(expected.loss - slope(plain, once, 6, at).loss) > 1e-6);
  }

  @ParameterizedTest
  @MethodSource("lossesAndSeeds")
  void doesNotSeeARowOfWeightZero(Plain plain, long seed) {
    Sample sample = sample(plain, seed);
    int[] others = IntStream.range(0, ROWS).filter(i -> sample.weights[i] > 0).toArray();
    assertEquals(ROWS - 1, others.length);
    double[] at = point(plain, seed);
    assertSame(slope(plain, sample.select(others), 6, at), slope(plain, sample, 6, at));
  }

  private static void assertSame(Slope expected, Slope actual) {
    assertEquals(expected.loss, actual.loss, 1e-12);
    assertArrayEquals(expected.gradient, actual.gradient, 1e-12);
  }

  @ParameterizedTest
  @EnumSource(Plain.class)
  void isTheSameToTheLastBitWithAnyNumberOfThreads(Plain plain) {
    Sample sample = Sample.of(plain, 1003, INPUTS, 1);
    double[] at = point(plain, 1);
    Dataset data = sample.dataset(10);
    assertTrue(data.blocks() > 32, "more blocks than lanes");
    Slope expected = new Slope(objective(plain, data, ONE), at);
    for (int threads : new int[] {2, 3, 4}) {
      try (Workers workers = new Workers(threads)) {
        DataObjective objective = objective(plain, data, workers);
        for (int round = 0; round < 20; round++) {
          Slope slope = new Slope(objective, at);
          assertEquals(expected.loss, slope.loss);
          assertArrayEquals(expected.gradient, slope.gradient);
        }
      }
    }
  }

  @Test
  void hiddenLayersAreTheSameToTheLastBitWithAnyNumberOfThreads() {
    Sample sample = Sample.of(Plain.SOFTMAX, 1003, INPUTS, 2);
    Layer layer = new Layer(5, Activations.CATALOG.choose("tanh"));
    Network deep = new Network(INPUTS, List.of(layer, layer), Plain.SOFTMAX.outputs(), true);
    Loss loss = Losses.CATALOG.choose(Plain.SOFTMAX.lossName());
    Dataset data = sample.dataset(10);
    double[] at = new Random(5).doubles(deep.parameters(), -1, 1).toArray();
    Slope expected = new Slope(new DataObjective(deep, loss, data, ONE), at);
    for (int threads : new int[] {2, 3, 4}) {
      try (Workers workers = new Workers(threads)) {
        DataObjective objective = new DataObjective(deep, loss, data, workers);
        for (int round = 0; round < 20; round++) {
          Slope slope = new Slope(objective, at);
          assertEquals(expected.loss, slope.loss);
          assertArrayEquals(expected.gradient, slope.gradient);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Plain.class)
  void predictsRowByRowAcrossBlocks(Plain plain) {
    Sample sample = sample(plain, 7);
    double[] at = point(plain, 7);
    DataObjective objective = objective(plain, sample.dataset(5), ONE);
    double before = objective.loss(at);
    double[] expected =
        Arrays.stream(sample.x)
            .flatMapToDouble(row -> Arrays.stream(plain.prediction(Plain.raw(row, at))))
            .toArray();
    assertArrayEquals(expected, Training.predictions(objective, at), 1e-14);
    assertEquals(before, objective.loss(at), "predictions leave nothing behind");
  }

  @ParameterizedTest
  @EnumSource(Plain.class)
  void hasTheLossOfTheBestConstantAsItsBaseline(Plain plain) {
    Sample sample = sample(plain, 8);
    Dataset data = sample.dataset(5);
    double[][] ones = new double[ROWS][1];
    Arrays.setAll(ones, i -> new double[] {1});
    double[] best =
        Losses.CATALOG
            .choose(plain.lossName())
            .bestConstant(
                Observations.of(
                    Arrays.stream(sample.targets).flatMapToDouble(Arrays::stream).toArray(),
                    sample.weights));
    double expected = plain.meanLoss(ones, sample.targets, sample.weights, best);
    assertEquals(expected, objective(plain, data, ONE).baseline(), 1e-13);
  }
}
