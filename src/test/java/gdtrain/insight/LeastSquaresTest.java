package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.Data;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.loss.Losses;
import gdtrain.model.Model;
import gdtrain.model.Parameter;
import gdtrain.network.Network;
import gdtrain.train.DataObjective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeastSquaresTest {
  static List<Rows> regressions() {
    return Rows.tasks("regression", Scaling.NONE, Scaling.STANDARD, Scaling.MINMAX);
  }

  static List<Rows> certified() {
    return regressions().stream().filter(rows -> rows.reference().has("nist")).toList();
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void itsParametersInRawUnitsAreTheReferenceCoefficients(Rows rows) {
    Prepared prepared = rows.prepared();
    LeastSquares optimum = optimum(prepared.training(), 0);
    JsonNode ols = rows.reference().get("ols");

    assertTrue(optimum.unique());
    assertEquals(ols.get("mse").asDouble(), optimum.loss(), 1e-10 * optimum.loss());
    assertEquals(optimum.loss(), optimum.objective());
    assertEquals(ols.get("coefficients").size() + 1, optimum.parameters().size());
    for (Parameter parameter : parameters(prepared.schema(), optimum)) {
      JsonNode expected =
          parameter.input().equals(Schema.INTERCEPT)
              ? ols.get("intercept")
              : ols.get("coefficients").get(parameter.input());
      assertDigits(expected.asDouble(), parameter, 1e-8);
    }
  }

  @ParameterizedTest
  @MethodSource("certified")
  void itsParametersHaveTheDigitsThatNistCertifies(Rows rows) {
    Prepared prepared = rows.prepared();
    JsonNode certified = rows.reference().get("nist").get("certified");
    List<String> terms = Rows.texts(certified.get("terms"));
    for (Parameter parameter : parameters(prepared.schema(), optimum(prepared.training(), 0))) {
      boolean constant = parameter.input().equals(Schema.INTERCEPT);
      int index = terms.indexOf(constant ? "B0" : parameter.input());
      assertDigits(certified.get("b").get(index).asDouble(), parameter, 1e-7);
    }
  }

  private static void assertDigits(double expected, Parameter parameter, double share) {
    assertEquals(expected, parameter.value(), share * Math.abs(expected), parameter.input());
  }

  private static List<Parameter> parameters(Schema schema, LeastSquares optimum) {
    return new Model(schema, List.of(), Losses.usual(false, 1), optimum.parameters(), Map.of())
        .parameters();
  }

  private static LeastSquares optimum(Dataset data, double l2) {
    return new LeastSquares(Triangle.of(data, true).orElseThrow(), l2);
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void theLossIsTheOneOverAllRowsAndFlatThere(Rows rows) {
    Dataset data = rows.prepared().training();
    LeastSquares optimum = optimum(data, 0);
    try (Workers workers = new Workers(1)) {
      Network network = new Network(optimum.parameters().size(), List.of(), 1, true);
      DataObjective objective = new DataObjective(network, Losses.usual(false, 1), data, workers);
      double[] gradient = new double[network.parameters()];
      double loss = objective.lossAndGradient(Rows.doubles(optimum.parameters()), gradient);
      double[] uphill = new double[network.parameters()];
      objective.lossAndGradient(new double[network.parameters()], uphill);
      assertEquals(loss, optimum.loss(), 1e-9 * loss);
      for (int i = 0; i < gradient.length; i++) {
        assertEquals(0, gradient[i], 1e-7 * ColumnArithmetic.norm(0, uphill, 0, uphill.length));
      }
    }
  }

  @Test
  void withAPenaltyTheSlopeOfTheLossIsBalancedByIt() {
    Dataset data = sample(40, 3);
    double l2 = 0.7;
    LeastSquares optimum = optimum(data, l2);
    try (Workers workers = new Workers(1)) {
      Network network = new Network(4, List.of(), 1, true);
      DataObjective objective = new DataObjective(network, Losses.usual(false, 1), data, workers);
      double[] gradient = new double[4];
      double loss = objective.lossAndGradient(Rows.doubles(optimum.parameters()), gradient);
      double squares = 0;
      for (int j = 0; j < 4; j++) {
        double weight = j == 3 ? 0 : optimum.parameters().get(j);
        assertEquals(-l2 * weight, gradient[j], 1e-14);
        squares += weight * weight;
      }
      assertEquals(loss, optimum.loss(), 1e-14);
      assertEquals(loss + l2 / 2 * squares, optimum.objective(), 1e-14);
    }
  }

  @Test
  void aGapIsExactHoweverSmall() {
    Dataset data = sample(40, 3);
    LeastSquares optimum = optimum(data, 0.1);
    List<Double> near = new ArrayList<>(optimum.parameters());
    near.set(1, near.get(1) + 0x1p-40);
    near.set(2, near.get(2) - 0x1p-42);
    List<Double> far = new ArrayList<>(optimum.parameters());
    far.set(1, far.get(1) + 1);
    far.set(2, far.get(2) - 0.25);

    LeastSquares.Gap small = optimum.gap(near);
    LeastSquares.Gap large = optimum.gap(far);

    assertEquals(1, small.index());
    assertEquals(0x1p-40, small.parameter(), 1e-16);
    assertEquals(1, large.parameter(), 1e-15);
    assertEquals(large.objective() * 0x1p-80, small.objective(), 1e-3 * small.objective());
  }

  /** Three numbers and the constant 1; the weights differ, one is 0. */
  private static Dataset sample(int rows, int inputs) {
    Random random = new Random(7);
    double[][] x = Data.normal(rows, inputs + 1, random);
    double[][] y = Data.normal(rows, 1, random);
    double[] weights = random.doubles(rows, 0.5, 2).toArray();
    for (double[] row : x) {
      row[inputs] = 1;
    }
    weights[5] = 0;
    x[5][0] = 1e9;
    return Data.dataset(x, y, weights, 7);
  }

  @Test
  void aColumnTwiceLeavesTheLossButNotTheMinimumUnique() {
    double[][] once = {{1, 1}, {2, 1}, {4, 1}, {7, 1}};
    double[][] twice = {{1, 1, 1}, {2, 2, 1}, {4, 4, 1}, {7, 7, 1}};
    double[][] y = {{1}, {3}, {2}, {8}};
    double[] weights = {1, 1, 1, 1};
    LeastSquares single = optimum(Data.dataset(once, y, weights, 4), 0);
    LeastSquares doubled = optimum(Data.dataset(twice, y, weights, 4), 0);

    assertTrue(single.unique());
    assertFalse(doubled.unique());
    assertEquals(single.loss(), doubled.loss(), 1e-14);
    assertEquals(0, single.gap(single.parameters()).objective());
  }

  @Test
  void fewerRowsThanInputsAreMetExactly() {
    double[][] x = {{1, 2, 3, 1}, {0, 1, 5, 1}};
    LeastSquares optimum =
        optimum(Data.dataset(x, new double[][] {{4}, {-1}}, new double[] {1, 2}, 1), 0);

    assertFalse(optimum.unique());
    assertEquals(0, optimum.loss(), 1e-28);
  }

  @Test
  void oneRowIsMetExactlyAndAPenaltyMakesItsMinimumUnique() {
    Dataset data = Data.dataset(new double[][] {{3, 1}}, new double[][] {{6}}, new double[] {2}, 1);

    assertEquals(0, optimum(data, 0).loss(), 1e-28);
    LeastSquares penalised = optimum(data, 1);
    assertTrue(penalised.unique());
    assertEquals(0, penalised.parameters().get(0), 1e-14);
    assertEquals(6, penalised.parameters().get(1), 1e-14);
  }

  @Test
  void withoutAnInterceptTheLineGoesThroughTheOrigin() {
    Dataset data =
        Data.dataset(
            new double[][] {{1}, {2}, {4}},
            new double[][] {{5}, {6}, {7}},
            new double[] {1, 2, 1},
            2);
    Triangle triangle = Triangle.of(data, false).orElseThrow();

    LeastSquares optimum = new LeastSquares(triangle, 0);

    assertEquals(57.0 / 25, optimum.parameters().get(0), 1e-14); // sum of w x y over w x x
    assertEquals(25.0 / 4, Spectrum.of(triangle.inputs(0)).largest(), 1e-14);
  }

  @Test
  void severalTargetsAreRefused() {
    Dataset data =
        Data.dataset(new double[][] {{3, 1}}, new double[][] {{0, 1}}, new double[] {2}, 1);
    Triangle triangle = Triangle.of(data, true).orElseThrow();

    assertThrows(IllegalArgumentException.class, () -> new LeastSquares(triangle, 0));
  }
}
