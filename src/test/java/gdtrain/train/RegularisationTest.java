package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The penalty of layers with factors of their own. */
class RegularisationTest {
  private static Layer layer(OptionalDouble l2) {
    return new Layer(2, Activations.CATALOG.choose("tanh"), l2, 0);
  }

  /** One number and the constant; two layers of two units; one output. */
  private static Network network(OptionalDouble first, OptionalDouble second) {
    return new Network(2, List.of(layer(first), layer(second)), 1, true);
  }

  @Test
  void aLayersOwnFactorReplacesThatOfTheNetwork() {
    Network network = network(OptionalDouble.of(6), OptionalDouble.empty());
    Penalty penalty = new Regularisation(0, 2, network).penalty();
    double[] at = new double[4 + 6 + 3];
    Arrays.setAll(at, i -> i + 1);
    double[] gradient = new double[at.length];
    penalty.addGradient(at, gradient);
    // every second, then every third number is an intercept
    assertArrayEquals(new double[] {6, 0, 18, 0, 10, 12, 0, 16, 18, 0, 22, 24, 0}, gradient, 1e-14);
    double layers = 3 * (1 + 9) + 1 * (25 + 36 + 64 + 81) + 1 * (121 + 144);
    assertEquals(layers, penalty.value(at), 1e-12);
  }

  @Test
  void aFactorOfZeroFreesALayer() {
    Network network = network(OptionalDouble.empty(), OptionalDouble.of(0));
    double[] at = new double[13];
    Arrays.fill(at, 3);
    double[] gradient = new double[13];
    new Regularisation(0, 1, network).penalty().addGradient(at, gradient);
    assertArrayEquals(new double[] {3, 0, 3, 0, 0, 0, 0, 0, 0, 0, 3, 3, 0}, gradient, 0);
  }

  @Test
  void anyFactorMakesThePenaltyActive() {
    OptionalDouble none = OptionalDouble.empty();
    assertFalse(new Regularisation(0, 0, network(none, none)).active());
    assertFalse(new Regularisation(0, 0, network(none, OptionalDouble.of(0))).active());
    assertTrue(new Regularisation(0, 0, network(none, OptionalDouble.of(0.1))).active());
    assertTrue(new Regularisation(0.1, 0, network(none, none)).active());
    assertTrue(new Regularisation(0, 0.1, network(none, none)).active());
  }

  @ParameterizedTest
  @CsvSource({"-1,0", "0,-1", "NaN,0", "0,NaN", "Infinity,0", "0,Infinity"})
  void refusesFactorsThatNoNetworkCanHave(double l1, double l2) {
    assertThrows(IllegalArgumentException.class, () -> Regularisation.check(l1, l2));
  }
}
