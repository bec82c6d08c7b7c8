package gdtrain.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Landscape;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
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
    private Trial trial(double length) {
      double sx = -length * a * x;
      double sy = -length * b * y;
      return new Trial(
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
    Steps steps = new AutomaticStep().start();
    Bowl bowl = new Bowl(1, 4, 2, 0.25);
    double probe = steps.first();
    double first = steps.retry(bowl.trial(probe)).orElseThrow();
    assertEquals(5 / 8.0, first, 1e-12);

    // to (3/4, -3/8), gradient (3/4, -3/2), height 9/16 after 17/8; s'y / s's is still 8/5
    Trial one = bowl.trial(first);
    assertEquals(17 / 8.0, one.before(), 1e-12);
    assertEquals(9 / 16.0, one.after(), 1e-12);
    assertTrue(steps.retry(one).isEmpty());
    double second = steps.next(one);
    assertEquals(5 / 8.0, second, 1e-12);

    // g'g = 9/16 (1 + 4), g'Hg = 9/16 (1 + 16), g'HHg = 9/16 (1 + 64): long 5/17, short 17/65,
    // whose
    // ratio 0.889 is above 0.8, so long; the height rises above 9/16, but stays below 17/8
    bowl.go(first);
    Trial two = bowl.trial(second);
    assertTrue(two.after() > one.after());
    assertTrue(steps.retry(two).isEmpty());
    assertEquals(5 / 17.0, steps.next(two), 1e-12);
  }

  @Test
  void endsAQuadraticInTwoDimensionsByTheInverseOfItsLargerCurvature() {
    Steps steps = new AutomaticStep().start();
    Bowl bowl = new Bowl(1, 10, 1, 0.03);
    double length = steps.retry(bowl.trial(steps.first())).orElseThrow();
    List<Double> lengths = new ArrayList<>();
    for (int step = 0; step < 12; step++) {
      Trial trial = bowl.trial(length);
      for (OptionalDouble r = steps.retry(trial); r.isPresent(); r = steps.retry(trial)) {
        length = r.getAsDouble();
        trial = bowl.trial(length);
      }
      bowl.go(length);
      length = steps.next(trial);
      lengths.add(length);
    }
    assertTrue(lengths.stream().anyMatch(l -> Math.abs(l - 0.1) < 1e-9), lengths::toString);
    assertTrue(bowl.height(bowl.x, bowl.y) < 1e-20, () -> bowl.x + " " + bowl.y);
  }

  /** A trial of length 1 down a straight slope that ends at a height. */
  private static Trial reaching(double before, double after) {
    return new Trial(1, before, after, 1, 1, 1);
  }

  @Test
  void acceptsARiseBelowTheHighestOfTheLastEight() {
    Steps steps = new AutomaticStep().start();
    assertTrue(steps.retry(reaching(100, 0)).isPresent(), "the probe is never accepted");
    double height = 100;
    for (double after : new double[] {90, 10, 80, 5}) {
      assertEquals(OptionalDouble.empty(), steps.retry(reaching(height, after)));
      steps.next(reaching(height, after));
      height = after;
    }
  }

  @Test
  void shortensAStepThatEndsAboveTheLastEight() {
    Steps steps = new AutomaticStep().start();
    steps.retry(reaching(100, 0));
    double height = 100;
    for (int i = 1; i <= 7; i++) {
      steps.next(reaching(height, 50 - i));
      height = 50 - i;
    }
    assertTrue(steps.retry(reaching(height, 99)).isEmpty(), "100 is one of the last eight");
    steps.next(reaching(height, 42));
    double shorter = steps.retry(reaching(42, 99)).orElseThrow();
    assertTrue(shorter >= 0.1 && shorter <= 0.5, () -> "" + shorter);
    assertTrue(steps.retry(reaching(42, 49.5)).isPresent(), "49 is the highest now");
    assertTrue(steps.retry(reaching(42, 48)).isEmpty());
  }

  @Test
  void goesToTheMinimumOfTheParabolaWhenItShortens() {
    Steps steps = new AutomaticStep().start();
    steps.retry(reaching(10, 0));
    // from 10 down a slope of 1 for a length of 1 to 11: 10 - t + 2 t^2 is lowest at t = 1/4
    assertEquals(0.25, steps.retry(reaching(10, 11)).orElseThrow(), 1e-15);
    assertEquals(0.1, steps.retry(reaching(10, 1e9)).orElseThrow(), 1e-15);
    assertEquals(0.1, steps.retry(reaching(10, Double.NaN)).orElseThrow(), 1e-15);
    assertEquals(0.1, steps.retry(reaching(10, Double.POSITIVE_INFINITY)).orElseThrow(), 1e-15);
  }

  static LongStream seeds() {
    return LongStream.range(1, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void proposesPositiveFiniteLengthsWhateverItMeets(long seed) {
    Random random = new Random(seed);
    Steps steps = new AutomaticStep().start();
    double length = steps.first();
    boolean retried = false;
    for (int i = 0; i < 200; i++) {
      assertTrue(length > 0 && length < Double.POSITIVE_INFINITY, "length " + length);
      Trial trial =
          new Trial(
              length, odd(random), odd(random), Math.abs(odd(random)), odd(random), odd(random));
      OptionalDouble retry = steps.retry(trial);
      retried |= i > 0 && retry.isPresent();
      length = retry.isPresent() ? retry.getAsDouble() : steps.next(trial);
    }
    assertTrue(retried);
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
    Steps plane = new AutomaticStep().start();
    plane.retry(new Trial(plane.first(), 1, 1, 0, 0, 0));
    double length = plane.first();
    for (int i = 0; i < steps; i++) {
      double next = plane.next(new Trial(length, 1, 1, 0, 0, 0));
      assertTrue(next >= length && next < Double.POSITIVE_INFINITY, "length " + next);
      assertTrue(i >= 5 || next > length);
      length = next;
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
    Fit fit = quadratic.descend(new AutomaticStep(), Landscape.limits(1000, 1e-8));
    assertEquals(Ending.CONVERGED, fit.ending());
    for (double p : fit.parameters()) {
      assertEquals(1, p, 1e-6);
    }
    assertTrue(fit.evaluations() < 1000, () -> fit.evaluations() + " evaluations");
    Fit plain = quadratic.descend(new ConstantStep(1e-4), Landscape.limits(1000, 1e-8));
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
    Fit fit = valley.descend(new AutomaticStep(), Landscape.limits(1000, 1e-9));
    assertEquals(2.2, fit.parameters().get(0), 1e-6);
    assertEquals(0, fit.parameters().get(1), 1e-6);
    assertTrue(fit.evaluations() < 200, () -> fit.evaluations() + " evaluations");
    assertEquals(valley.gradients(), fit.evaluations());
    assertNotEquals(fit.last().number(), fit.evaluations());
  }
}
