package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Landscape;
import gdtrain.insight.CentralDifferences.Slope;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentralDifferencesTest {
  /** Differences of a function of one number, of which backpropagation says some slope. */
  private static Slope slope(DoubleUnaryOperator f, double at, double said) {
    Landscape landscape = new Landscape(1, w -> f.applyAsDouble(w[0]), w -> new double[] {said});
    return new CentralDifferences(landscape, new double[] {at}).slope(0, 0.1, 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, -0.5, 0, 1e-9, 2, 30})
  void areRightToTenDigitsWhereTheFunctionIsSmooth(double at) {
    Slope slope = slope(Math::exp, at, Double.NaN);

    assertEquals(Math.exp(at), slope.value(), 1e-10 * Math.exp(at));
    assertTrue(slope.doubt() < 1e-8 * Math.exp(at), slope::toString);
  }

  @Test
  void doNotDoubtThatAWrongSignIsWrong() {
    Slope slope = slope(Math::sin, 0.3, -Math.cos(0.3));

    assertTrue(Math.abs(slope.value() + Math.cos(0.3)) > 1e3 * slope.doubt(), slope::toString);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 1})
  void allowAtAKinkEverySlopeBetweenBothSides(double said) {
    Slope slope = slope(Math::abs, 0, said);

    assertTrue(Math.abs(slope.value() - said) <= slope.doubt(), slope::toString);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 1e-3, 1e-5})
  void goNearerThanAKinkBesideThePoint(double at) {
    Slope slope = slope(w -> Math.abs(w) + w * w, at, Double.NaN);

    assertEquals(1 + 2 * at, slope.value(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 3e-3, 7e-5, 2e-5, 3e-6, 4.1e-7, 3.6e-7, 2e-7, 1e-7, 9e-8, 1e-8})
  void doNotAccuseTheSideOfAKinkThatThePointIsOn(double at) {
    for (double jump : new double[] {1, 1e-3}) {
      double right = jump + 2 * (1 + at);
      Slope slope = slope(w -> jump * Math.abs(w) + (w + 1) * (w + 1), at, right);

      double distance = Math.abs(slope.value() - right);
      assertFalse(distance > 1e-7 && distance > slope.doubt(), slope::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 3e-3, 7e-5, 3e-6})
  void findAFaultBesideAKink(double at) {
    Slope slope = slope(w -> 0.1 * Math.abs(w) + (w + 1) * (w + 1), at, -1);

    assertEquals(0.1 + 2 * (1 + at), slope.value(), 1e-7);
    assertTrue(slope.doubt() < 1e-5, slope::toString);
  }

  @Test
  void passOverWidthsAtWhichTheFunctionIsNotFinite() {
    Slope slope = slope(w -> Math.exp(1e4 * w), 0, Double.NaN);

    assertEquals(1e4, slope.value(), 1e-4);
  }

  @Test
  void doubtWhatRoundingHides() {
    Slope slope = slope(w -> 1e12 + 1e-8 * w, 0, 1e-8);

    assertTrue(Math.abs(slope.value() - 1e-8) <= slope.doubt(), slope::toString);
  }
}
