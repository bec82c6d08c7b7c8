package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Plain;
import gdtrain.Sample;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;
import gdtrain.network.Network;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorTest {
  private static final Workers ONE = new Workers(1);
  private static final Loss MSE = Losses.CATALOG.choose("mse");

  @AfterAll
  static void close() {
    ONE.close();
  }

  /** Columns of very different size and offset; the last follows from two others if it is told. */
  private static Dataset rows(int count, int inputs, boolean dependent, int blockRows) {
    Random random = new Random(count + inputs);
    double[][] x = Data.normal(count, inputs, random);
    for (double[] row : x) {
      for (int j = 0; j < inputs; j++) {
        row[j] = Math.pow(10, j % 7 - 3) * (row[j] + 100 * (j % 2));
      }
      if (dependent) {
        row[inputs - 1] = row[0] - 3 * row[1];
      }
    }
    double[] weights = random.doubles(count, 0, 3).toArray();
    weights[count / 2] = 0;
    return Data.dataset(x, Data.normal(count, 1, random), weights, blockRows);
  }

  private static double[][] columns(Dataset data) {
    return Factor.of(data, false, ONE).columns();
  }

  /** R'R is the matrix of weighted means of products, here to 50 digits. */
  @ParameterizedTest
  @CsvSource({"5, 3, false", "40, 1, false", "500, 8, false", "700, 9, true", "3000, 4, true"})
  void keepsTheMeansOfAllProducts(int count, int inputs, boolean dependent) {
    Dataset data = rows(count, inputs, dependent, 64);
    double[][] r = columns(data);
    double[][] x = Data.inputs(data);
    double[][] y = Data.targets(data);
    double[] weights = Data.weights(data);
    for (int j = 0; j < r.length; j++) {
      for (int k = 0; k <= j; k++) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
          BigDecimal product = cell(x[i], y[i], j).multiply(cell(x[i], y[i], k));
          sum = sum.add(product.multiply(new BigDecimal(weights[i])));
        }
        double expected = sum.doubleValue() / data.totalWeight();
        double size = Math.sqrt(square(r[j]) * square(r[k]));
        assertEquals(expected, dot(r[j], r[k]), 1e-13 * size, j + ", " + k);
      }
      assertTrue(Arrays.stream(r[j]).skip(j + 1).allMatch(below -> below == 0), "a triangle");
    }
  }

  @Test
  void knowsHowFarTheTargetIsFromItsMean() {
    Dataset data = rows(700, 3, false, 64);
    double[][] y = Data.targets(data);
    double[] weights = Data.weights(data);
    double mean = Data.targetMeans(data).get(0);
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      squares += weights[i] * (y[i][0] - mean) * (y[i][0] - mean);
    }
    double expected = squares / data.totalWeight();
    assertEquals(expected, Factor.of(data, false, ONE).targetVariance(), 1e-13 * expected);
  }

  private static BigDecimal cell(double[] x, double[] y, int column) {
    double cell = column == 0 ? 1 : column <= x.length ? x[column - 1] : y[0];
    return new BigDecimal(cell);
  }

  private static double square(double[] x) {
    return dot(x, x);
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Test
  void leavesNothingOfAColumnThatFollowsFromOthers() {
    double[][] r = columns(rows(20_000, 6, true, 512));

    assertEquals(0, r[6][6] / Math.sqrt(square(r[6])), 1e-14);
    assertTrue(Math.abs(r[5][5]) / Math.sqrt(square(r[5])) > 1e-3);
  }

  /** What varies by a billionth of the mean keeps seven digits. */
  @Test
  void keepsSmallDeviationsApartFromALargeMean() {
    Random random = new Random(3);
    double[][] x = Data.normal(5000, 1, random);
    double[][] shifted = new double[x.length][];
    Arrays.setAll(shifted, i -> new double[] {1e9 + Math.rint(1e6 * x[i][0]) / 1e6});
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    double mean = Arrays.stream(shifted).mapToDouble(row -> row[0] - 1e9).sum() / x.length;
    double squares =
        Arrays.stream(shifted).mapToDouble(row -> Math.pow(row[0] - 1e9 - mean, 2)).sum();

    double[][] r = columns(Data.dataset(shifted, x, ones, 700));

    assertEquals(Math.sqrt(squares / x.length), Math.abs(r[1][1]), 1e-7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 333, 20_000})
  void isTheSameToTheLastBitForAnyThreadsAndBlocks(int blockRows) {
    double[][] expected = columns(rows(20_000, 5, false, 1000));
    Dataset data = rows(20_000, 5, false, blockRows);
    for (int threads : new int[] {1, 2, 3}) {
      try (Workers workers = new Workers(threads)) {
        double[][] actual = Factor.of(data, false, workers).columns();
        for (int j = 0; j < expected.length; j++) {
          assertArrayEquals(expected[j], actual[j]);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void itsRowsHaveTheLossAndTheGradientOfAll(boolean intercept) {
    Sample sample = Sample.of(Plain.MSE, 1000, 5, 9);
    if (intercept) {
      Arrays.stream(sample.x).forEach(row -> row[4] = 1);
    }
    Dataset all = sample.dataset(90);
    Dataset few = Factor.of(all, intercept, ONE).rows();
    assertEquals(intercept ? 6 : 7, few.rows());
    Network network = new Network(5, List.of(), 1, intercept);
    DataObjective expected = new DataObjective(network, MSE, all, ONE);
    DataObjective actual = new DataObjective(network, MSE, few, ONE);
    for (int seed = 0; seed < 5; seed++) {
      double[] at = new Random(seed).doubles(5, -2, 2).toArray();
      double[] slope = new double[5];
      double[] other = new double[5];
      double loss = expected.lossAndGradient(at, slope);
      assertEquals(loss, actual.lossAndGradient(at, other), 1e-13 * loss);
      assertArrayEquals(slope, other, 1e-13 * loss);
      assertNotEquals(0, slope[0]);
    }
  }

  @Test
  void aRowOfWeightZeroIsNotSeen() {
    Sample sample = Sample.of(Plain.MSE, 60, 3, 1);
    double[][] expected = columns(sample.dataset(60));
    sample.x[58][1] = Double.NaN; // its weight is 0
    double[][] actual = columns(sample.dataset(60));
    for (int j = 0; j < expected.length; j++) {
      assertArrayEquals(expected[j], actual[j]);
    }
  }

  @Test
  void classesHaveNoRowsInPlaceOfAll() {
    Factor factor = Factor.of(Sample.of(Plain.SOFTMAX, 60, 3, 1).dataset(20), false, ONE);

    assertEquals(4, factor.columns().length);
    assertThrows(IllegalStateException.class, factor::rows);
  }
}
