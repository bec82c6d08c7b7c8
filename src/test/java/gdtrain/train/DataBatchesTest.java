package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.compute.Matrix;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Losses;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients over batches of shuffled rows, with those over all rows and by hand. */
class DataBatchesTest {
  private static final int ROWS = 10;
  private static final Network LINEAR = new Network(1, List.of(), 1, true);
  private static final Random RANDOM = new Random(1);
  private static final double[][] X = Data.normal(ROWS, 3, RANDOM);
  private static final double[][] TARGETS = Data.normal(ROWS, 1, RANDOM);
  private static final double[] WEIGHTS = RANDOM.doubles(ROWS, 0.5, 2).toArray();

  private static DataBatches batches(Network network, Dataset data, int size, long seed) {
    return new DataBatches(network, Losses.CATALOG.choose("mse"), data, size, new Seed(seed));
  }

  /** With the constant as its only input, at 0, the gradient of row i is -2 target. */
  private static Dataset counted() {
    double[][] ones = new double[ROWS][];
    double[][] powers = new double[ROWS][];
    Arrays.setAll(ones, i -> new double[] {1});
    Arrays.setAll(powers, i -> new double[] {1 << i});
    double[] weights = new double[ROWS];
    Arrays.fill(weights, 1);
    return Data.dataset(ones, powers, weights, 4);
  }

  /** The rows of each batch of an epoch, as the bits of a number. */
  private static List<Integer> rowsOfBatches(DataBatches batches, int size, int epoch) {
    batches.shuffle(epoch);
    return IntStream.range(0, batches.count())
        .mapToObj(
            batch -> {
              double[] gradient = {Double.NaN};
              batches.gradient(batch, new double[1], gradient);
              int rows = Math.min(size, ROWS - batch * size);
              return (int) Math.rint(gradient[0] * rows / -2);
            })
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 9, 10, 11})
  void everyRowIsInOneBatchOfEveryEpoch(int size) {
    DataBatches batches = batches(LINEAR, counted(), size, 1);
    Set<List<Integer>> orders = new HashSet<>();
    for (int epoch = 1; epoch <= 20; epoch++) {
      List<Integer> rows = rowsOfBatches(batches, size, epoch);
      assertEquals((ROWS + size - 1) / size, rows.size());
      assertEquals(
          (1 << ROWS) - 1, rows.stream().mapToInt(bits -> bits).reduce(0, (a, b) -> a | b));
      assertEquals(ROWS, rows.stream().mapToInt(Integer::bitCount).sum());
      assertEquals(Math.min(size, ROWS), Integer.bitCount(rows.get(0)));
      orders.add(rows);
    }
    assertTrue(size >= ROWS ? orders.size() == 1 : orders.size() > 5, "epochs differ");
  }

  @Test
  void everyRowComesFirstAboutAsOften() {
    DataBatches batches = batches(LINEAR, counted(), 1, 7);
    int[] first = new int[ROWS];
    for (int epoch = 1; epoch <= 2000; epoch++) {
      batches.shuffle(epoch);
      double[] gradient = new double[1];
      batches.gradient(0, new double[1], gradient);
      first[Integer.numberOfTrailingZeros((int) Math.rint(gradient[0] / -2))]++;
    }
    for (int count : first) {
      assertEquals(200, count, 60, Arrays.toString(first));
    }
  }

  @Test
  void theOrderDependsOnSeedAndEpochOnly() {
    DataBatches one = batches(LINEAR, counted(), 3, 5);
    List<Integer> third = rowsOfBatches(one, 3, 3);
    rowsOfBatches(one, 3, 4);
    assertEquals(third, rowsOfBatches(one, 3, 3));
    assertEquals(third, rowsOfBatches(batches(LINEAR, counted(), 3, 5), 3, 3));
    assertTrue(!third.equals(rowsOfBatches(batches(LINEAR, counted(), 3, 6), 3, 3)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10})
  void batchesOfOneSizeHaveTheGradientOfAllRowsAsTheirMean(int size) {
    Layer tanh = new Layer(2, Activations.CATALOG.choose("tanh"));
    Network network = new Network(3, List.of(tanh), 1, false);
    Dataset data = Data.dataset(X, TARGETS, WEIGHTS, 4);
    double[] at = new Random(2).doubles(network.parameters(), -1, 1).toArray();
    double[] all = new double[at.length];
    try (Workers workers = new Workers(1)) {
      new DataObjective(network, Losses.CATALOG.choose("mse"), data, workers)
          .lossAndGradient(at, all);
    }
    DataBatches batches = batches(network, data, size, 3);
    batches.shuffle(1);
    double[] mean = new double[at.length];
    for (int batch = 0; batch < batches.count(); batch++) {
      double[] gradient = new double[at.length];
      batches.gradient(batch, at, gradient);
      Arrays.setAll(mean, i -> mean[i] + gradient[i] / batches.count());
    }
    assertTrue(Arrays.stream(all).allMatch(g -> Math.abs(g) > 1e-3));
    assertArrayEquals(all, mean, 1e-14);
  }

  /** Native memory is freed where Java can no longer see its array, and soon used again. */
  @Test
  void keepTheRowsOfADatasetThatNobodyElseHolds() {
    DataBatches batches = batches(LINEAR, counted(), 1, 7);
    batches.shuffle(1);
    double[] before = gradients(batches);
    List<Matrix> reused = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      System.gc();
      for (int rows : new int[] {2, 4}) { // of the last block, and of the others
        IntStream.range(0, 200).forEach(i -> reused.add(filled(rows)));
      }
      assertArrayEquals(before, gradients(batches), "round " + round);
    }
  }

  private static Matrix filled(int rows) {
    Matrix matrix = Matrix.uninitialised(rows, 1);
    matrix.fill(-1);
    return matrix;
  }

  private static double[] gradients(DataBatches batches) {
    double[] gradients = new double[ROWS];
    for (int batch = 0; batch < ROWS; batch++) {
      double[] gradient = new double[1];
      batches.gradient(batch, new double[1], gradient);
      gradients[batch] = gradient[0];
    }
    return gradients;
  }

  @Test
  void dropoutIsDrawnAnewForEveryBatchAndAgainForTheSameEpoch() {
    Layer half = new Layer(4, Activations.CATALOG.choose("tanh"), OptionalDouble.empty(), 0.5);
    Network network = new Network(3, List.of(half), 1, false);
    Dataset data = Data.dataset(X, TARGETS, WEIGHTS, ROWS);
    DataBatches batches = batches(network, data, ROWS, 3);
    double[] at = new Random(2).doubles(network.parameters(), -1, 1).toArray();
    double[][] gradients = new double[3][at.length];
    batches.shuffle(1);
    batches.gradient(0, at, gradients[0]);
    batches.gradient(0, at, gradients[1]);
    batches.shuffle(1);
    batches.gradient(0, at, gradients[2]);
    assertTrue(!Arrays.equals(gradients[0], gradients[1]));
    assertArrayEquals(gradients[0], gradients[2]);
  }
}
