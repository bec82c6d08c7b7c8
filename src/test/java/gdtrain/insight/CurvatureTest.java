package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.UpdateRule;
import gdtrain.train.DataObjective;
import gdtrain.train.Objective;
import gdtrain.train.Regularisation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurvatureTest {
  private static final Loss SQUARED = Losses.usual(false, 1);

  static List<Rows> smallBinary() {
    return Rows.tasks("binary", Scaling.NONE, Scaling.STANDARD);
  }

  static List<Rows> smallMulticlass() {
    return Rows.tasks("multiclass", Scaling.NONE, Scaling.STANDARD).stream()
        .filter(rows -> rows.file().equals("iris.csv") || rows.file().equals("penguins.csv"))
        .toList();
  }

  private static Regularisation penalty(Network network, double l2) {
    return new Regularisation(0, l2, network);
  }

  private static Network linear(Dataset data, boolean intercept) {
    int inputs = data.inputs();
    return new Network(inputs, List.of(), data.outputs(), intercept);
  }

  /** At 0 every probability is one half, where the sigmoid is steepest: H meets its bound. */
  @ParameterizedTest
  @MethodSource("smallBinary")
  void theLogisticBoundIsMetAtZero(Rows rows) {
    Dataset data = rows.prepared().training();
    Network network = linear(data, true);
    Loss loss = Losses.usual(true, 1);
    Curvature bound = Hessian.of(data, loss, penalty(network, 0.1)).orElseThrow();
    try (Workers workers = new Workers(1)) {
      Objective objective = new DataObjective(network, loss, data, workers);
      double[] zero = new double[network.parameters()];
      double largest = differences(objective, penalty(network, 0.1), zero, step(data));
      Curvature local = Hessian.at(data, objective, penalty(network, 0.1), zero);
      assertEquals(Curvature.Kind.LOCAL, local.kind());
      assertEquals(bound.largest(), largest, 1e-6 * largest);
      assertEquals(bound.largest(), local.largest(), 1e-5 * largest);
    }
  }

  /** At 0 the softmax of K classes bends by 1/K, and the bound is one half. */
  @ParameterizedTest
  @MethodSource("smallMulticlass")
  void theSoftmaxAtZeroIsBelowItsBoundAsItsProbabilitiesSay(Rows rows) {
    Dataset data = rows.prepared().training();
    Network network = linear(data, true);
    Loss loss = Losses.usual(true, 3);
    Curvature bound = Hessian.of(data, loss, penalty(network, 0)).orElseThrow();
    try (Workers workers = new Workers(1)) {
      Objective objective = new DataObjective(network, loss, data, workers);
      double[] zero = new double[network.parameters()];
      double largest = differences(objective, penalty(network, 0), zero, step(data));
      assertEquals(bound.largest() * 2 / 3, largest, 1e-6 * largest);
    }
  }

  private static double step(Dataset data) {
    return 1e-5 / Math.sqrt(new Gram(data).trace());
  }

  private static double differences(
      Objective objective, Regularisation penalty, double[] point, double h) {
    double[] all = eigenvalues(objective, penalty, point, h);
    return all[all.length - 1];
  }

  /** The eigenvalues, sorted, of a Hessian whose every column is a difference of gradients. */
  static double[] eigenvalues(
      Objective objective, Regularisation penalty, double[] point, double h) {
    double[][] hessian = new double[point.length][point.length];
    double[] gradient = new double[point.length];
    for (int j = 0; j < point.length; j++) {
      for (int side = -1; side <= 1; side += 2) {
        double[] moved = point.clone();
        moved[j] += side * h;
        objective.lossAndGradient(moved, gradient);
        for (int i = 0; i < point.length; i++) {
          hessian[i][j] += side * gradient[i] / (4 * h);
          hessian[j][i] += side * gradient[i] / (4 * h);
        }
      }
      hessian[j][j] += penalty.l2Factors()[j];
    }
    double[] all =
        new EigenDecomposition(new Array2DRowRealMatrix(hessian, false)).getRealEigenvalues();
    Arrays.sort(all);
    return all;
  }

  @Test
  void withHiddenLayersItIsTheLargestEigenvalueAtThePoint() {
    Dataset data = Rows.tasks("regression", Scaling.STANDARD).get(0).prepared().training();
    int inputs = data.inputs();
    Network network = new Network(inputs, List.of(layer(4), layer(3)), 1, true);
    Regularisation penalty = penalty(network, 0.3);
    double[] point = network.start(Optional.empty(), new Random(5));
    try (Workers workers = new Workers(1)) {
      Objective objective = new DataObjective(network, SQUARED, data, workers);
      double largest = differences(objective, penalty, point, step(data));

      Curvature curvature = Hessian.at(data, objective, penalty, point);

      assertEquals(largest, curvature.largest(), 1e-4 * largest);
      assertEquals(OptionalDouble.empty(), curvature.smallest());
      assertEquals(OptionalDouble.empty(), curvature.condition());
      assertEquals(OptionalDouble.empty(), curvature.bestRate());
      assertEquals(Optional.empty(), Hessian.of(data, SQUARED, penalty));
    }
  }

  private static Layer layer(int units) {
    return new Layer(units, Activations.CATALOG.choose("tanh"));
  }

  @Test
  void aLossWithoutBoundHasNoneButACurvatureAtAPoint() {
    Prepared prepared = new Rows("randhie.csv", "mdvis", List.of(), false, Scaling.NONE).prepared();
    Dataset data = prepared.training();
    Network network = linear(data, true);
    Loss poisson = Losses.CATALOG.choose("poisson");
    assertEquals(Optional.empty(), Hessian.of(data, poisson, penalty(network, 0)));
    Curvature squared = Hessian.of(data, SQUARED, penalty(network, 0)).orElseThrow();
    try (Workers workers = new Workers(1)) {
      Objective objective = new DataObjective(network, poisson, data, workers);
      double[] zero = new double[network.parameters()];
      Curvature local = Hessian.at(data, objective, penalty(network, 0), zero);
      assertEquals(squared.largest() / 2, local.largest(), 1e-5 * local.largest()); // exp(0) xx'
    }
  }

  /** More inputs than are made a triangle, with and without a penalty. */
  @Test
  void forManyInputsTheLargestComesFromProductsWithTheRows() {
    Random random = new Random(2);
    double[][] x = Data.normal(60, 230, random);
    double[] weights = random.doubles(60, 0, 2).toArray();
    weights[3] = 0;
    Dataset data = Data.dataset(x, Data.normal(60, 1, random), weights, 17);
    double[][] weighed = new double[60][230];
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 230; j++) {
        weighed[i][j] = Math.sqrt(weights[i] / data.totalWeight()) * x[i][j];
      }
    }
    double norm =
        new SingularValueDecomposition(new Array2DRowRealMatrix(weighed)).getSingularValues()[0];

    Curvature curvature =
        Hessian.of(data, SQUARED, penalty(linear(data, false), 0.5)).orElseThrow();

    assertEquals(Curvature.Kind.EXACT, curvature.kind());
    assertEquals(2 * norm * norm + 0.5, curvature.largest(), 1e-9 * curvature.largest());
    assertEquals(OptionalDouble.empty(), curvature.smallest());
  }

  @Test
  void robustLossesHaveTheBoundOfTheirSquaredPart() {
    Dataset data = Rows.tasks("regression", Scaling.STANDARD).get(0).prepared().training();
    Regularisation none = penalty(linear(data, true), 0);
    Curvature squared = Hessian.of(data, SQUARED, none).orElseThrow();
    Curvature huber = Hessian.of(data, Losses.CATALOG.choose("huber"), none).orElseThrow();

    assertEquals(Curvature.Kind.EXACT, squared.kind());
    assertEquals(Curvature.Kind.BOUND, huber.kind());
    assertEquals(squared.largest() / 2, huber.largest(), 1e-12);
    assertEquals(squared.condition().orElseThrow(), huber.condition().orElseThrow(), 1e-9);
  }

  @Test
  void theRatesFollowFromTheTwoExtremes() {
    Curvature curvature = new Curvature(Curvature.Kind.EXACT, 8, OptionalDouble.of(2), 0);

    assertEquals(0.25, curvature.largestStableRate());
    UpdateRule ball = (UpdateRule) Optimizers.CATALOG.choose("momentum:beta=0.6");
    assertEquals(0.4, curvature.largestStableRate(ball).orElseThrow(), 1e-16);
    UpdateRule adam = (UpdateRule) Optimizers.CATALOG.choose("adam");
    assertEquals(OptionalDouble.empty(), curvature.largestStableRate(adam));
    assertEquals(OptionalDouble.of(0.2), curvature.bestRate());
    assertEquals(OptionalDouble.of(4), curvature.condition());
  }

  @Test
  void whatDoesNotBendHasNoLongestStep() {
    Dataset data =
        Data.dataset(new double[][] {{0}, {0}}, new double[][] {{1}, {2}}, new double[] {1, 1}, 2);

    Curvature flat = Hessian.of(data, SQUARED, penalty(linear(data, false), 0)).orElseThrow();

    assertEquals(1, flat.flat());
    assertEquals(Double.POSITIVE_INFINITY, flat.largestStableRate());
    assertEquals(OptionalDouble.empty(), flat.condition());
    assertEquals(OptionalDouble.empty(), flat.bestRate());
  }

  @Test
  void numbersTooLargeToSquareGiveNoStepAtAll() {
    Dataset data =
        Data.dataset(
            new double[][] {{1e200, 1}, {-1e200, 1}},
            new double[][] {{1}, {2}},
            new double[] {1, 1},
            2);

    Curvature steep = Hessian.of(data, SQUARED, penalty(linear(data, true), 0)).orElseThrow();

    assertEquals(Double.POSITIVE_INFINITY, steep.largest());
    assertEquals(0, steep.largestStableRate());
    assertTrue(steep.smallest().isPresent());
  }

  @Test
  void whereTheSlopeIsNoNumberThereIsNoRateEither() {
    Dataset data = Data.dataset(new double[][] {{1, 1}}, new double[][] {{1}}, new double[] {1}, 1);
    Network network = linear(data, true);
    try (Workers workers = new Workers(1)) {
      Objective objective = new DataObjective(network, SQUARED, data, workers);
      double[] lost = {Double.NaN, 0};
      Curvature curvature = Hessian.at(data, objective, penalty(network, 0), lost);
      assertTrue(Double.isNaN(curvature.largestStableRate()));
    }
  }

  @Test
  void moreInputsThanRowsLeaveFlatDirections() {
    Dataset data =
        Data.dataset(
            new double[][] {{1, 2, 3, 1}, {3, 1, 2, 1}, {9, 9, 9, 1}},
            new double[][] {{1}, {2}, {3}},
            new double[] {1, 1, 0},
            2);

    Curvature curvature = Hessian.of(data, SQUARED, penalty(linear(data, true), 0)).orElseThrow();

    assertEquals(2, curvature.flat());
    assertEquals(30, curvature.largest() + curvature.smallest().orElseThrow(), 1e-12);
  }
}
