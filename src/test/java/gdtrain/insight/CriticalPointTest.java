package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.insight.CriticalPoint.Kind;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import gdtrain.train.DataObjective;
import gdtrain.train.Objective;
import gdtrain.train.Regularisation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of point a network stands at. */
class CriticalPointTest {
  private static final Loss SQUARED = Losses.usual(false, 1);

  private static Network network(int inputs, int units, int outputs) {
    Layer layer = new Layer(units, Activations.CATALOG.choose("tanh"));
    return new Network(inputs, List.of(layer), outputs, true);
  }

  /** Rows whose last input is the constant 1. */
  private static Dataset data(double[] x, double[] y) {
    double[][] inputs =
        Arrays.stream(x).mapToObj(v -> new double[] {v, 1}).toArray(double[][]::new);
    double[][] targets = Arrays.stream(y).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    double[] weights = new double[x.length];
    Arrays.fill(weights, 1);
    return Data.dataset(inputs, targets, weights, x.length);
  }

  /**
   * One unit, {@code v tanh(w x + c) + b}, at w = v = c = 0 and b the mean of y: no slope, and the
   * Hessian is {@code -2 mean(x (y - b))} between w and v, 2 for b, and 0 for c.
   */
  @ParameterizedTest
  @CsvSource({"1", "-3", "0.25"})
  void theOriginOfANetworkIsASaddleAsSteepAsInputAndTargetAreCorrelated(double slope) {
    double[] x = {-2, -1, 0, 1, 2};
    double[] y = Arrays.stream(x).map(v -> slope * v + 7).toArray();
    Network network = network(2, 1, 1);
    double[] point = new double[network.parameters()];
    point[network.index(1, 1, 0)] = 7;
    CriticalPoint found = critical(data(x, y), SQUARED, new Regularisation(0, 0, network), point);

    assertEquals(Kind.SADDLE, found.kind());
    assertEquals(-2 * Math.abs(slope) * 2, found.smallest(), 1e-6 * Math.abs(slope));
    assertEquals(Math.max(4 * Math.abs(slope), 2), found.largest(), 1e-6 * found.largest());
    assertTrue(
        List.of(network.index(0, 0, 0), network.index(1, 0, 0)).contains(found.steepest()),
        "" + found.steepest());
  }

  /** A penalty that is steeper than the saddle makes it a valley: l2 is added to both. */
  @Test
  void aPenaltyFillsTheSaddle() {
    double[] x = {-2, -1, 0, 1, 2};
    double[] y = Arrays.stream(x).map(v -> v + 7).toArray();
    Network network = network(2, 1, 1);
    double[] point = new double[network.parameters()];
    point[network.index(1, 1, 0)] = 7;
    Regularisation penalty = new Regularisation(0, 5, network);
    CriticalPoint found = critical(data(x, y), SQUARED, penalty, point);

    assertEquals(Kind.FLAT, found.kind()); // of the intercept of a unit that leads nowhere
    assertEquals(0, found.smallest(), 1e-6);
    assertEquals(9, found.largest(), 1e-5);
    assertEquals(network.index(0, 1, 0), found.steepest());
  }

  /** Against all eigenvalues of a Hessian of differences, of one and of several classes. */
  @ParameterizedTest
  @CsvSource({"1,0.3", "1,0", "3,0.1", "3,0"})
  void theExtremesAreThoseOfAllEigenvalues(int outputs, double l2) {
    Random random = new Random(outputs);
    double[][] inputs = Data.normal(40, 3, random);
    double[][] targets = new double[40][outputs];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i][2] = 1;
      targets[i][i % outputs] = outputs == 1 ? random.nextGaussian() : 1;
    }
    double[] weights = random.doubles(40, 0.5, 2).toArray();
    Dataset data = Data.dataset(inputs, targets, weights, 16);
    Network network = network(3, 4, outputs);
    Regularisation penalty = new Regularisation(0, l2, network);
    Loss loss = Losses.usual(outputs > 1, outputs);
    double[] point = network.start(Optional.empty(), random);
    CriticalPoint found = critical(data, loss, penalty, point);

    double[] all = eigenvalues(data, loss, penalty, point);
    double largest = all[all.length - 1];
    assertEquals(largest, found.largest(), 0.02 * largest); // only the smallest is waited for
    assertEquals(all[0], found.smallest(), 0.02 * Math.abs(all[0]) + 1e-6 * largest);
  }

  /** All outputs of a softmax may be raised alike, which is no flat direction worth a word. */
  @Test
  void whatNeverChangesAnythingIsNoDirection() {
    Random random = new Random(4);
    double[][] inputs = Data.normal(60, 2, random);
    double[][] targets = new double[60][3];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i][1] = 1;
      targets[i][random.nextInt(3)] = 1;
    }
    double[] weights = new double[60];
    Arrays.fill(weights, 1);
    Dataset data = Data.dataset(inputs, targets, weights, 60);
    Network linear = new Network(2, List.of(), 3, true);
    double[] point = new double[linear.parameters()];
    CriticalPoint found =
        critical(data, Losses.usual(true, 3), new Regularisation(0, 0, linear), point);

    assertEquals(Kind.MINIMUM, found.kind());
    // at equal probabilities softmax bends by 1/3 times the mean of xx'
    double[] all =
        eigenvalues(data, Losses.usual(true, 3), new Regularisation(0, 0, linear), point);
    assertEquals(0, all[1], 1e-8);
    assertEquals(all[2], found.smallest(), 0.02 * all[2]);
  }

  @Test
  void theFloorIsAsDeepAsSlopeAndCurvatureSay() {
    // 3 z^2 / 2 has slope 3 z, and lies 3 z^2 / 2 above its floor
    assertEquals(3.0 / 2 * 4, new CriticalPoint(Kind.MINIMUM, 3, 3, 0).deepest(3 * 2), 1e-15);
  }

  private static CriticalPoint critical(
      Dataset data, Loss loss, Regularisation penalty, double[] point) {
    try (Workers workers = new Workers(1)) {
      Objective objective = new DataObjective(penalty.network(), loss, data, workers);
      return Hessian.critical(data, objective, penalty, point).orElseThrow();
    }
  }

  private static double[] eigenvalues(
      Dataset data, Loss loss, Regularisation penalty, double[] point) {
    try (Workers workers = new Workers(1)) {
      Objective objective = new DataObjective(penalty.network(), loss, data, workers);
      return CurvatureTest.eigenvalues(objective, penalty, point, 1e-5);
    }
  }
}
