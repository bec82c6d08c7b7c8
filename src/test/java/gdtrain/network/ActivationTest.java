package gdtrain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every activation of the catalog, against its definition and central differences. */
class ActivationTest {
  private static final Map<String, DoubleUnaryOperator> DEFINITIONS =
      Map.of(
          "relu", z -> Math.max(z, 0),
          "leaky-relu", z -> z > 0 ? z : 0.01 * z,
          "elu", z -> z > 0 ? z : Math.expm1(z),
          "selu", z -> 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * Math.expm1(z)),
          "gelu", z -> z / 2 * Erf.erfc(-z / Math.sqrt(2)),
          "swish", z -> z / (1 + Math.exp(-z)),
          "tanh", Math::tanh,
          "sigmoid", z -> 1 / (1 + Math.exp(-z)),
          "softplus", z -> Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
          "identity", z -> z);

  static List<String> names() {
    return Activations.CATALOG.names();
  }

  private static double[] outputs(Activation activation, double... sums) {
    double[] outputs = new double[sums.length];
    activation.forward(sums, outputs, sums.length);
    return outputs;
  }

  private static double[] slopes(Activation activation, double[] behind, double... sums) {
    double[] slopes = behind.clone();
    activation.backward(sums, outputs(activation, sums), slopes, sums.length);
    return slopes;
  }

  private static double[] points(long seed) {
    double[] points = new Random(seed).doubles(40, -6, 6).toArray();
    points[0] = 1000;
    points[1] = -1000;
    points[2] = 1e-9;
    points[3] = -1e-9;
    return points;
  }

  @ParameterizedTest
  @MethodSource("names")
  void givesWhatItsDefinitionSays(String name) {
    double[] points = points(1);
    double[] outputs = outputs(Activations.CATALOG.choose(name), points);
    for (int i = 0; i < points.length; i++) {
      double expected = DEFINITIONS.get(name).applyAsDouble(points[i]);
      assertEquals(expected, outputs[i], 4e-15 * Math.max(1, Math.abs(expected)), name + points[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void multipliesTheSlopeByItsDerivative(String name) {
    double[] points = points(2);
    double[] behind = new Random(3).doubles(points.length, -2, 2).toArray();
    double[] slopes = slopes(Activations.CATALOG.choose(name), behind, points);
    DoubleUnaryOperator f = DEFINITIONS.get(name);
    double h = 1e-5;
    int different = 0;
    for (int i = 4; i < points.length; i++) {
      double derivative =
          (f.applyAsDouble(points[i] + h) - f.applyAsDouble(points[i] - h)) / (2 * h);
      assertEquals(behind[i] * derivative, slopes[i], 1e-9, name + " at " + points[i]);
      different += slopes[i] == behind[i] ? 0 : 1;
    }
    assertTrue(different > 10 || name.equals("identity"), name + " changes the slope");
  }

  @ParameterizedTest
  @MethodSource("names")
  void isFiniteFarOut(String name) {
    Activation activation = Activations.CATALOG.choose(name);
    double[] far = {1000, -1000, 0};
    for (double output : outputs(activation, far)) {
      assertTrue(Double.isFinite(output), name);
    }
    for (double slope : slopes(activation, new double[] {1, 1, 1}, far)) {
      assertTrue(Double.isFinite(slope) && slope >= -0.2 && slope <= 1.8, name + " " + slope);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void itsNameChoosesItAgain(String name) {
    Activation activation = Activations.CATALOG.choose(name);
    assertEquals(activation, Activations.CATALOG.choose(activation.name()));
  }

  @Test
  void theSlopeOfALeakyReluCanBeSet() {
    double[] outputs = outputs(Activations.CATALOG.choose("leaky-relu:slope=0.2"), -10, 10);
    assertEquals(-2, outputs[0], 1e-15);
    assertEquals(10, outputs[1], 1e-15);
    double[] zero = outputs(Activations.CATALOG.choose("leaky-relu:slope=0"), -10, 10);
    assertEquals(0, zero[0], 0);
  }
}
