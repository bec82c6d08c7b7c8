package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Trial;
import gdtrain.network.Activation;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Backpropagation against central differences of the loss: every loss of the catalog with every
 * activation at depths 0 to 2, with rows weighted and not.
 */
class BackpropagationTest {
  private static final int POINTS = 20;
  private static final int ROWS = 7;
  private static final double STEP = 2e-5;
  private static final double TOLERANCE = 1e-6;

  private static final Workers ONE = new Workers(1);

  @AfterAll
  static void close() {
    ONE.close();
  }

  static Stream<Arguments> networks() {
    return Trial.catalog().stream()
        .filter(trial -> trial.outputs() <= 3)
        .flatMap(trial -> layers().map(hidden -> Arguments.of(trial, hidden)));
  }

  private static Stream<List<Layer>> layers() {
    Stream<List<Layer>> deep =
        Activations.CATALOG.names().stream()
            .map(Activations.CATALOG::choose)
            .flatMap(f -> Stream.of(List.of(new Layer(3, f)), twoLayers(f)));
    return Stream.concat(Stream.of(List.of()), deep);
  }

  private static List<Layer> twoLayers(Activation f) {
    return List.of(new Layer(3, f), new Layer(2, f));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void equalsCentralDifferences(Trial trial, List<Layer> hidden) {
    Network network = new Network(3, hidden, trial.outputs(), true);
    Random random = new Random(network.parameters());
    double[][] x = Data.normal(ROWS, 3, random);
    Arrays.stream(x).forEach(row -> row[2] = 1);
    Trial.Rows rows = trial.rows(ROWS, 5);
    double[] ones = new double[ROWS];
    Arrays.fill(ones, 1);
    assertEquals(2 * ROWS + 1, distinct(x), "inputs vary");
    assertTrue(distinct(rows.targets) > 1, "targets vary");
    assertEquals(ROWS, distinct(rows.weights), "weights vary");
    for (double[] weights : List.of(ones, rows.weights)) {
      Dataset data = Data.dataset(x, rows.targets, weights, ROWS);
      assertAtRandomPoints(new DataObjective(network, trial.loss(), data, ONE), random);
    }
  }

  private static long distinct(double[]... values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).distinct().count();
  }

  private static void assertAtRandomPoints(DataObjective objective, Random random) {
    double[][] gradients = new double[POINTS][objective.parameters()];
    int points = 0;
    int kinks = 0;
    while (points < POINTS) {
      double[] at = random.doubles(objective.parameters(), -1.5, 1.5).toArray();
      double[] gradient = gradients[points];
      objective.lossAndGradient(at, gradient);
      double[] slope = differences(objective, at, STEP);
      double allowed = TOLERANCE * largest(slope);
      if (distance(slope, gradient) <= allowed) {
        points++;
        continue;
      }
      // only a kink within the steps excuses it, where the differences do not agree either
      assertTrue(distance(slope, differences(objective, at, STEP / 2)) > allowed / 4, "smooth");
      kinks++;
      assertTrue(kinks <= POINTS / 4, "too many points at a kink");
    }
    long different = Arrays.stream(gradients).map(Arrays::toString).distinct().count();
    assertTrue(different > 2, "gradients vary");
  }

  /** The slope of second order. */
  private static double[] differences(DataObjective objective, double[] at, double step) {
    double[] slope = new double[at.length];
    double[] moved = at.clone();
    for (int i = 0; i < at.length; i++) {
      moved[i] = at[i] + step;
      double above = objective.loss(moved);
      moved[i] = at[i] - step;
      slope[i] = (above - objective.loss(moved)) / (2 * step);
      moved[i] = at[i];
    }
    return slope;
  }

  private static double largest(double[] slope) {
    return distance(slope, new double[slope.length]);
  }

  private static double distance(double[] one, double[] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(i -> Math.abs(one[i] - other[i]))
        .max()
        .orElseThrow();
  }
}
