package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Landscape;
import gdtrain.Plain;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.loss.Losses;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The minima of penalised squared loss, which are known in closed form or by their conditions. */
class PenaltyTest {
  private static final int ROWS = 8;

  /** Columns of +1 and -1, orthogonal with x'x / n = 1, the last the constant 1. */
  private static final double[][] ORTHOGONAL = new double[ROWS][4];

  private static final double[][] TARGETS = Data.normal(ROWS, 1, new Random(2));

  static {
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < 3; j++) {
        ORTHOGONAL[i][j] = (i >> j & 1) == 0 ? 1 : -1;
      }
      ORTHOGONAL[i][3] = 1;
    }
  }

  static Stream<Method> rules() {
    return Stream.of(Landscape.automatic(), Landscape.constant(0.3));
  }

  private static double[] fit(Dataset data, double l1, double l2, Method rule, List<Epoch> epochs) {
    Fit fit = run(data, l1, l2, rule, epochs);
    return fit.parameters().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Fit run(Dataset data, double l1, double l2, Method rule, List<Epoch> epochs) {
    Network network = new Network(data.inputs(), List.of(), 1, true);
    try (Workers workers = new Workers(1)) {
      DataObjective objective =
          new DataObjective(network, Losses.CATALOG.choose("mse"), data, workers);
      return new Trainer(rule, Landscape.limits(2000, 1e-11))
          .fit(
              new Problem(
                  objective,
                  Optional.empty(),
                  Optional.empty(),
                  new Regularisation(l1, l2, network),
                  objective.baseline()),
              new double[network.parameters()],
              epochs::add);
    }
  }

  private static double[] fitOrthogonal(double l1, double l2, Method rule) {
    return fit(Data.dataset(ORTHOGONAL, TARGETS, ones(), 3), l1, l2, rule, new ArrayList<>());
  }

  private static double[] ones() {
    double[] ones = new double[ROWS];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** {@code x't / n} of every column: the least-squares solution, as x'x / n = 1. */
  private static double[] correlations() {
    double[] z = new double[4];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < 4; j++) {
        z[j] += ORTHOGONAL[i][j] * TARGETS[i][0] / ROWS;
      }
    }
    return z;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shrinksWeightsOfAnOrthogonalDesignBySoftThresholds(Method rule) {
    double[] z = correlations();
    double[] sizes = Arrays.stream(z).limit(3).map(Math::abs).sorted().toArray();
    assertTrue(sizes[0] > 0.01 && sizes[1] > sizes[0] + 0.01, "different weights");
    for (double l2 : new double[] {0, 0.7}) {
      double l1 = sizes[0] + sizes[1]; // 2 z is compared with it: one below, two above
      // each weight minimises w^2 - 2 z w + l2/2 w^2 + l1 |w|
      double[] expected =
          Arrays.stream(z)
              .map(v -> Math.copySign(Math.max(2 * Math.abs(v) - l1, 0), v) / (2 + l2))
              .toArray();
      expected[3] = z[3]; // the intercept is free
      double[] weights = fitOrthogonal(l1, l2, rule);
      assertArrayEquals(expected, weights, 1e-8);
      assertEquals(1, Arrays.stream(weights).filter(w -> w == 0).count(), "an exact zero");
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void leavesOnlyTheInterceptUnderALargePenalty(Method rule) {
    double[] weights = fitOrthogonal(1000, 0, rule);
    assertArrayEquals(new double[] {0, 0, 0, correlations()[3]}, weights, 1e-8);
    assertEquals(3, Arrays.stream(weights).filter(w -> w == 0).count());
  }

  /** The clipped gradient makes a shorter step, and so must the l1 part be. */
  @Test
  void findsTheSameMinimumWithClippedGradients() {
    Method.Updating plain = (Method.Updating) Landscape.constant(0.3);
    double l1 = 0.2;
    double[] expected = fitOrthogonal(l1, 0, plain);
    Method clipped =
        new Method.Updating(
            plain.rule(), plain.learningRate(), plain.schedule(), OptionalDouble.of(0.05));
    assertArrayEquals(expected, fitOrthogonal(l1, 0, clipped), 1e-8);
    double[] slope = Plain.MSE.gradient(ORTHOGONAL, TARGETS, ones(), expected);
    double norm = Math.sqrt(Arrays.stream(slope).map(g -> g * g).sum());
    assertTrue(norm > 0.1, "gradients are clipped at the minimum, too: " + norm);
  }

  @Test
  void convergesWhereNoWeightIsLeft() {
    Fit fit = run(diabetes(), 1000, 0, Landscape.automatic(), new ArrayList<>());
    assertEquals(Ending.CONVERGED, fit.ending());
    assertEquals(1, fit.parameters().stream().filter(p -> p != 0).count(), "the intercept");
  }

  private static Dataset diabetes() {
    return Prepared.of(
            Data.file("diabetes.csv"), Preparation.defaults(), true, new Holdout.None(), note -> {})
        .training();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 30})
  void anL1MinimumHasNoSlopeButWhatItsKinksHoldBack(double l1) {
    Dataset data = diabetes();
    double[] weights = fit(data, l1, 0, Landscape.automatic(), new ArrayList<>());
    double[] gradient =
        Plain.MSE.gradient(Data.inputs(data), Data.targets(data), Data.weights(data), weights);
    int last = weights.length - 1;
    int zeros = 0;
    for (int j = 0; j < last; j++) {
      if (weights[j] == 0) {
        zeros++;
        assertTrue(Math.abs(gradient[j]) <= l1 * (1 + 1e-9));
      } else {
        assertEquals(-Math.signum(weights[j]) * l1, gradient[j], 1e-7 * l1);
      }
    }
    assertEquals(0, gradient[last], 1e-7);
    assertTrue(zeros > 0 && zeros < last, zeros + " exact zeros");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.01, 1, 100})
  void anL2MinimumIsTheRidgeSolution(double l2) {
    Dataset data = diabetes();
    double[][] x = Data.inputs(data);
    double[][] targets = Data.targets(data);
    int n = x[0].length;
    double[][] a = new double[n][n]; // 2 x'x / rows + l2, but for the intercept
    double[] b = new double[n]; // 2 x't / rows
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < n; j++) {
        b[j] += 2 * x[i][j] * targets[i][0] / x.length;
        for (int k = 0; k < n; k++) {
          a[j][k] += 2 * x[i][j] * x[i][k] / x.length;
        }
      }
    }
    for (int j = 0; j < n - 1; j++) {
      a[j][j] += l2;
    }
    double[] expected = Plain.solve(a, b);
    double[] weights = fit(data, 0, l2, Landscape.automatic(), new ArrayList<>());
    for (int j = 0; j < n; j++) {
      assertEquals(expected[j], weights[j], 1e-8 * Math.abs(expected[n - 1]));
    }
  }

  @Test
  void theObjectiveIsTheLossPlusThePenalty() {
    List<Epoch> epochs = new ArrayList<>();
    double[] w = fit(diabetes(), 2, 0.5, Landscape.automatic(), epochs);
    double penalty = 0;
    for (int j = 0; j < w.length - 1; j++) {
      penalty += 0.25 * w[j] * w[j] + 2 * Math.abs(w[j]);
    }
    Epoch last = epochs.get(epochs.size() - 1);
    assertTrue(penalty > 100);
    assertEquals(penalty, last.objective() - last.loss(), 1e-7);
    assertEquals(epochs.get(0).loss(), epochs.get(0).objective());
  }

  @Test
  void refusesFactorsThatAreNoPenalty() {
    Network network = new Network(1, List.of(), 1, true);
    for (double factor : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      for (boolean first : new boolean[] {true, false}) {
        String sentence =
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Regularisation(first ? factor : 0, first ? 0 : factor, network))
                .getMessage();
        assertEquals("l1 and l2 must be numbers of 0 or more", sentence);
      }
    }
  }

  @Test
  void slopesTimesStepsAndBendsAreTheChangeOfThePenalty() {
    Regularisation penalty = new Regularisation(0.7, 0.4, new Network(4, List.of(), 1, true));
    double[] here = {1, -2, 0, 5};
    double[][] steps = {{0.5, 1, 0.3, 1}, {-3, 4, -0.3, 1}, {-1, 2, 0, -1}};
    for (double[] gradient : new double[][] {{1, 1, 1, 1}, {-2, 0.2, -0.5, 3}, {0, 0, 0, 0}}) {
      for (double[] step : steps) {
        double[] slopes = gradient.clone();
        penalty.penalty().addGradient(here, slopes);
        penalty.penalty().addKinks(here, slopes);
        double[] next = here.clone();
        double foretold = 0;
        for (int i = 0; i < 4; i++) {
          slopes[i] -= gradient[i];
          next[i] += step[i];
          foretold += slopes[i] * step[i];
        }
        foretold += Arrays.stream(penalty.bends(here, slopes, step)).sum();
        double change = penalty.penalty().value(next) - penalty.penalty().value(here);
        assertEquals(change, foretold, 1e-14);
      }
    }
  }
}
