package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Landscape;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {
  private static final double[] START = {3, -2};

  /** {@code (a u^2 + b v^2) / 2}. */
  private static Landscape bowl(double a, double b) {
    return new Landscape(
        2, p -> (a * p[0] * p[0] + b * p[1] * p[1]) / 2, p -> new double[] {a * p[0], b * p[1]});
  }

  /** best = g'g / g'Hg. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-12, 1e9})
  void theBestStepOfAParabolaIsExact(double scale) {
    Slice slice = new Slice(bowl(2 * scale, 5 * scale), START);
    double best = (36.0 + 100) / (2 * 36 + 5 * 100) / scale;

    double even = slice.breakEven().orElseThrow();
    assertEquals(best, slice.best(even), 1e-14 * best);
    assertEquals(2 * best, even, 1e-13 * best);
  }

  @Test
  void ofTwoValleysTheLowerOneIsTaken() {
    // valleys at 0.6 and 5.3, of which the second is lower, a ridge at 1.6 below the start
    Landscape valleys =
        new Landscape(
            1,
            p -> height(p[0]),
            p -> new double[] {(height(p[0] + 1e-6) - height(p[0] - 1e-6)) / 2e-6});
    Slice slice = new Slice(valleys, new double[] {0});
    double unit = (height(1e-6) - height(-1e-6)) / 2e-6; // the slope at the start
    double best = slice.best(slice.breakEven().orElseThrow()) * -unit;

    double left = height(best - 1e-3);
    double right = height(best + 1e-3);
    assertTrue(best > 5 && height(best) < Math.min(left, right));
  }

  private static double height(double t) {
    return t * t * (t - 5) * (t - 5) / 10 - 2 * t;
  }

  @Test
  void whatGoesDownForEverHasNoBreakEven() {
    Landscape slope = new Landscape(2, p -> p[0] + 2 * p[1], p -> new double[] {1, 2});

    assertEquals(OptionalDouble.empty(), new Slice(slope, START).breakEven());
  }

  @Test
  void beyondWhatNumbersHoldIsTooHigh() {
    Landscape steep =
        new Landscape(
            1, p -> Math.exp(p[0] * p[0]), p -> new double[] {2 * p[0] * Math.exp(p[0] * p[0])});
    Slice slice = new Slice(steep, new double[] {5});

    double even = slice.breakEven().orElseThrow();
    assertEquals(-5, slice.at(even)[0], 1e-9);
    assertEquals(0, slice.at(slice.best(even))[0], 1e-9);
  }

  @Test
  void aPointBesideTheLineIsNoStep() {
    Slice slice = new Slice(bowl(2, 5), START);

    assertEquals(0.25, slice.stepTo(slice.at(0.25)).orElseThrow(), 1e-15);
    assertEquals(OptionalDouble.empty(), slice.stepTo(slice.at(-0.25)));
    assertEquals(OptionalDouble.empty(), slice.stepTo(new double[] {2, -2}));
    assertEquals(OptionalDouble.empty(), slice.stepTo(START));
  }

  @Test
  void aPlaceWithoutSlopeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Slice(bowl(1, 1), new double[] {0, 0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Slice(bowl(1, 1), new double[] {Double.POSITIVE_INFINITY, 0}));
  }
}
