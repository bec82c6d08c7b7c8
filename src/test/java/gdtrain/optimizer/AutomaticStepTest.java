package gdtrain.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Landscape;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticStepTest {
  /** The quadratic {@code (a x^2 + b y^2) / 2} and a place on it. */
  private static final class Bowl {
    private final double a;
    private final double b;
    private double x;
    private double y;

    private Bowl(double a, double b, double x, double y) {
      this.a = a;
      this.b = b;
      this.x = x;
      this.y = y;
    }

    private double height(double atX, double atY) {
      return (a * atX * atX + b * atY * atY) / 2;
    }

    /** What a step along the negative gradient meets; s = -length g, change of gradient = H s. */
    private StepCurvature trial(double length) {
      double sx = -length * a * x;
      double sy = -length * b * y;
      return new StepCurvature(
          length,
          height(x, y),
          height(x + sx, y + sy),
          sx * sx + sy * sy,
          a * sx * sx + b * sy * sy,
          a * a * sx * sx + b * b * sy * sy);
    }

    private void go(double length) {
      double newX = x - length * a * x;
      y -= length * b * y;
      x = newX;
    }
  }

  @Test
  void takesTheStepsComputedByHand() {
    // (x^2 + 4 y^2) / 2 from (2, 1/4): gradient (2, 1), g'g = 5, g'Hg = 4 + 4 = 8, length 5/8
    AutomaticStep.Lengths lengths = new AutomaticStep.Lengths();
    Bowl bowl = new Bowl(1, 4, 2, 0.25);
    assertFalse(lengths.accepts(bowl.trial(lengths.current())), "the probe is never accepted");
    double first = lengths.current();
    assertEquals(5 / 8.0, first, 1e-12);

    // to (3/4, -3/8), gradient (3/4, -3/2), height 9/16 after 17/8; s'y / s's is still 8/5
    StepCurvature one = bowl.trial(first);
    assertEquals(17 / 8.0, one.before(), 1e-12);
    assertEquals(9 / 16.0, one.after(), 1e-12);
    assertTrue(lengths.accepts(one));
    double second = lengths.current();
    assertEquals(5 / 8.0, second, 1e-12);

    // g'g = 9/16 (1 + 4), g'Hg = 9/16 (1 + 16), g'HHg = 9/16 (1 + 64): long 5/17, short 17/65,
    // whose ratio 0.889 is above 0.8, so long; the height rises above 9/16, but stays below 17/8
    bowl.go(first);
    StepCurvature two = bowl.trial(second);
    assertTrue(two.after() > one.after());
    assertTrue(lengths.accepts(two));
    assertEquals(5 / 17.0, lengths.current(), 1e-12);
  }

  @Test
  void endsAQuadraticInTwoDimensionsByTheInverseOfItsLargerCurvature() {
    AutomaticStep.Lengths lengths = new AutomaticStep.Lengths();
    Bowl bowl = new Bowl(1, 10, 1, 0.03);
    List<Double> taken = new ArrayList<>();
    while (taken.size() < 13) {
      double length = lengths.current();
      if (lengths.accepts(bowl.trial(length))) {
        bowl.go(length);
        taken.add(length);
      }
    }
    assertTrue(taken.stream().anyMatch(l -> Math.abs(l - 0.1) < 1e-9), taken::toString);
    assertTrue(bowl.height(bowl.x, bowl.y) < 1e-20, () -> bowl.x + " " + bowl.y);
  }

  /** A trial of length 1 down a straight slope that ends at a height. */
  private static StepCurvature reaching(double before, double after) {
    return new StepCurvature(1, before, after, 1, 1, 1);
  }

  private static AutomaticStep.Lengths probed(double height) {
    AutomaticStep.Lengths lengths = new AutomaticStep.Lengths();
    assertFalse(lengths.accepts(reaching(height, 0)), "the probe is never accepted");
    return lengths;
  }

  @Test
  void acceptsARiseBelowTheHighestOfTheLastEight() {
    AutomaticStep.Lengths lengths = probed(100);
    double height = 100;
    for (double after : new double[] {90, 10, 80, 5}) {
      assertTrue(lengths.accepts(reaching(height, after)));
      height = after;
    }
  }

  @Test
  void shortensAStepThatEndsAboveTheLastEight() {
    AutomaticStep.Lengths lengths = probed(100);
    double height = 100;
    for (int i = 1; i <= 6; i++) {
      assertTrue(lengths.accepts(reaching(height, 50 - i)));
      height = 50 - i;
    }
    assertTrue(lengths.accepts(reaching(height, 99)), "100 is one of the last eight");
    assertFalse(probedAndLow().accepts(reaching(42, 99)));
    assertFalse(probedAndLow().accepts(reaching(42, 49.5)), "49 is the highest now");
    assertTrue(probedAndLow().accepts(reaching(42, 48)));
    AutomaticStep.Lengths shortened = probedAndLow();
    assertFalse(shortened.accepts(reaching(42, 99)));
    double shorter = shortened.current();
    assertTrue(shorter >= 0.1 && shorter <= 0.5, () -> "" + shorter);
  }

  /** After 49, 48, ..., 42. */
  private static AutomaticStep.Lengths probedAndLow() {
    AutomaticStep.Lengths lengths = probed(100);
    for (int height = 49; height >= 42; height--) {
      assertTrue(lengths.accepts(reaching(height + 1, height)));
    }
    return lengths;
  }

  @Test
  void goesToTheMinimumOfTheParabolaWhenItShortens() {
    // from 10 down a slope of 1 for a length of 1 to 11: 10 - t + 2 t^2 is lowest at t = 1/4
    assertEquals(0.25, shortened(11), 1e-15);
    assertEquals(0.1, shortened(1e9), 1e-15);
    assertEquals(0.1, shortened(Double.NaN), 1e-15);
    assertEquals(0.1, shortened(Double.POSITIVE_INFINITY), 1e-15);
  }

  private static double shortened(double after) {
    AutomaticStep.Lengths lengths = probed(10);
    assertFalse(lengths.accepts(reaching(10, after)));
    return lengths.current();
  }

  static LongStream seeds() {
    return LongStream.range(1, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void proposesPositiveFiniteLengthsWhateverItMeets(long seed) {
    Random random = new Random(seed);
    AutomaticStep.Lengths lengths = new AutomaticStep.Lengths();
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      double length = lengths.current();
      assertTrue(length > 0 && length < Double.POSITIVE_INFINITY, "length " + length);
      StepCurvature trial =
          new StepCurvature(
              length, odd(random), odd(random), Math.abs(odd(random)), odd(random), odd(random));
      refused += lengths.accepts(trial) ? 0 : 1;
    }
    assertTrue(refused > 1);
  }

  private static double odd(Random random) {
    double[] odd = {
      0, Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1e300, 1e-300, -1, Double.MIN_VALUE
    };
    return random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : random.nextGaussian();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 400})
  void goesFurtherAndFurtherOnAPlaneButNeverInfinitelyFar(int steps) {
    AutomaticStep.Lengths plane = new AutomaticStep.Lengths();
    plane.accepts(new StepCurvature(plane.current(), 1, 1, 0, 0, 0));
    for (int i = 0; i < steps; i++) {
      double length = plane.current();
      assertTrue(plane.accepts(new StepCurvature(length, 1, 1, 0, 0, 0)));
      double next = plane.current();
      assertTrue(next >= length && next < Double.POSITIVE_INFINITY, "length " + next);
      assertTrue(i >= 5 || next > length);
    }
  }

  @Test
  void minimisesAQuadraticOfConditionTenThousand() {
    int n = 20;
    double[] curvature = new double[n];
    Arrays.setAll(curvature, i -> Math.pow(1e4, i / (n - 1.0)));
    Landscape quadratic =
        new Landscape(
            n,
            p -> {
              double height = 0;
              for (int i = 0; i < n; i++) {
                height += curvature[i] * (p[i] - 1) * (p[i] - 1) / 2;
              }
              return 1 + height;
            },
            p -> {
              double[] slope = new double[n];
              Arrays.setAll(slope, i -> curvature[i] * (p[i] - 1));
              return slope;
            });
    Fit fit = quadratic.descend(Landscape.automatic(), Landscape.limits(1000, 1e-8));
    assertEquals(Ending.CONVERGED, fit.ending());
    for (double p : fit.parameters()) {
      assertEquals(1, p, 1e-6);
    }
    assertTrue(fit.evaluations() < 1000, () -> fit.evaluations() + " evaluations");
    Fit plain = quadratic.descend(Landscape.constant(1e-4), Landscape.limits(1000, 1e-8));
    assertTrue(
        plain.kept().objective() - 1 > 0.1, "hard for one length over the largest curvature");
  }

  @Test
  void findsTheMinimumOfRosenbrocksValley() {
    // (1 - u)^2 + 100 (v - u^2)^2 with u = x - 1.2, v = y + 1: from (-1.2, 1) to (1, 1)
    Landscape valley =
        new Landscape(
            2,
            p -> {
              double u = p[0] - 1.2;
              double v = p[1] + 1;
              return (1 - u) * (1 - u) + 100 * (v - u * u) * (v - u * u);
            },
            p -> {
              double u = p[0] - 1.2;
              double v = p[1] + 1;
              return new double[] {-2 * (1 - u) - 400 * u * (v - u * u), 200 * (v - u * u)};
            });
    Fit fit = valley.descend(Landscape.automatic(), Landscape.limits(1000, 1e-9));
    assertEquals(2.2, fit.parameters().get(0), 1e-6);
    assertEquals(0, fit.parameters().get(1), 1e-6);
    assertTrue(fit.evaluations() < 200, () -> fit.evaluations() + " evaluations");
    assertEquals(valley.gradients(), fit.evaluations());
    assertNotEquals(fit.last().number(), fit.evaluations());
  }
}
