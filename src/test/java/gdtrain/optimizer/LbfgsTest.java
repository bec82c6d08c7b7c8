package gdtrain.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.compute.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LbfgsTest {
  /** A landscape, the run down it, and what the run asked for. */
  private static final class Walk implements ObjectiveFunction {
    private final ToDoubleFunction<double[]> height;
    private final BiConsumer<double[], double[]> slope;
    private final Search search;
    private Point here;
    private Point there;
    private double length;
    private int steps;
    private int evaluations;

    private Walk(
        String rule,
        ToDoubleFunction<double[]> height,
        BiConsumer<double[], double[]> slope,
        double... start) {
      this.height = height;
      this.slope = slope;
      this.search = ((SearchRule) Optimizers.CATALOG.choose(rule)).searchOver(start.length);
      this.here = new Point(start.length);
      this.there = new Point(start.length);
      Vectors.copy(start, here.parameters());
      measure(here);
    }

    @Override
    public void measure(Point point) {
      evaluations++;
      slope.accept(point.parameters(), point.gradient());
      double measured = height.applyAsDouble(point.parameters());
      point.heights(measured, measured);
    }

    @Override
    public void shrink(double[] parameters, double shrunkBy) {
      throw new AssertionError("there is no l1 part");
    }

    /** Returns whether there was a step; the point before it is then {@code there}. */
    private boolean step() {
      double[] before = here.parameters().clone();
      OptionalDouble found = search.step(this, here, there);
      assertArrayEquals(before, here.parameters());
      if (found.isEmpty()) {
        return false;
      }
      length = found.getAsDouble();
      Point left = here;
      here = there;
      there = left;
      steps++;
      return true;
    }

    private void go(int most) {
      for (int i = 0; i < most && step(); i++) {}
    }

    /** Goes on until a height; fails if it takes more than so many steps. */
    private Walk until(double low, int most) {
      while (!(here.objective() <= low)) {
        assertTrue(steps < most && step(), () -> here.objective() + " after " + steps);
      }
      return this;
    }
  }

  private static Walk valley(String rule) {
    return new Walk(rule, Valley::height, Valley::slope, -1.2, 1);
  }

  /** Curvatures from 1 to a condition number, around 1. */
  private static Walk bowl(String rule, int n, double condition) {
    double[] curvature = new double[n];
    Arrays.setAll(curvature, i -> Math.pow(condition, i / (n - 1.0)));
    return new Walk(
        rule,
        w -> {
          double sum = 0;
          for (int i = 0; i < n; i++) {
            sum += curvature[i] * (w[i] - 1) * (w[i] - 1) / 2;
          }
          return sum;
        },
        (w, g) -> Arrays.setAll(g, i -> curvature[i] * (w[i] - 1)),
        new double[n]);
  }

  @Test
  void findsTheMinimumOfRosenbrocksValleyInFewEvaluations() {
    Walk walk = valley("lbfgs").until(1e-20, 100);
    assertEquals(1, walk.here.parameters()[0], 1e-10);
    assertEquals(1, walk.here.parameters()[1], 1e-10);
    assertTrue(walk.evaluations <= 60, () -> walk.evaluations + " evaluations");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10, 20})
  void endsAQuadraticInNotManyMoreStepsThanItHasParameters(int n) {
    Walk walk = bowl("lbfgs:memory=" + n, n, 10);
    double start = walk.here.objective();
    walk.until(1e-16 * start, 100);
    assertTrue(walk.steps <= n + 15, () -> walk.steps + " steps");
    assertTrue(walk.evaluations <= walk.steps + 3, "the first trial is nearly always taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lbfgs", "lbfgs:memory=1", "lbfgs:memory=3"})
  void everyStepMeetsTheStrongWolfeConditions(String rule) {
    for (Walk walk : List.of(valley(rule), bowl(rule, 10, 1e4))) {
      while (walk.here.objective() > 1e-12 && walk.steps < 300) {
        assertTrue(walk.step());
        assertWolfe(walk.there, walk.here, walk.length);
      }
      assertTrue(walk.steps > 20, () -> walk.steps + " steps");
    }
  }

  private static void assertWolfe(Point from, Point to, double length) {
    double[] direction = new double[from.parameters().length];
    Vectors.subtract(to.parameters(), from.parameters(), direction);
    Vectors.scale(1 / length, direction);
    double slope = Vectors.dot(direction, from.gradient());
    double slopeThere = Vectors.dot(direction, to.gradient());
    assertTrue(slope < 0);
    double rounding = 1e-14 * Math.abs(from.objective());
    assertTrue(to.objective() <= from.objective() + 1e-4 * length * slope + rounding);
    assertTrue(Math.abs(slopeThere) <= 0.9 * Math.abs(slope) * (1 + 1e-6));
  }

  @Test
  void theFirstTrialGoesADistanceOfOneDownTheGradient() {
    double[] met = {Double.NaN};
    Walk walk =
        new Walk(
            "lbfgs",
            w -> {
              met[0] = Double.isNaN(met[0]) ? 0 : w[0];
              return 50 * (w[0] - 3) * (w[0] - 3);
            },
            (w, g) -> g[0] = 100 * (w[0] - 3),
            0);
    assertTrue(walk.step());
    assertEquals(1, met[0], 1e-15, "from 0 towards 3");
    assertEquals(1 / 300.0, walk.length, 1e-15);
  }

  /**
   * {@code 100 w - ln w}, lowest at 0.01; a step of length 1 from 0.9 leaves where it is defined.
   */
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void stepsBackFromWhereTheObjectiveIsNoFiniteNumber(double outside) {
    Walk walk =
        new Walk(
            "lbfgs",
            w -> w[0] > 0 ? 100 * w[0] - Math.log(w[0]) : outside,
            (w, g) -> g[0] = w[0] > 0 ? 100 - 1 / w[0] : outside,
            0.9);
    walk.go(50);
    assertEquals(0.01, walk.here.parameters()[0], 1e-9);
  }

  @Test
  void stepsBackFromWhereOnlyTheSlopeIsNoNumber() {
    Walk walk =
        new Walk(
            "lbfgs", w -> w[0] * w[0], (w, g) -> g[0] = w[0] > -0.05 ? 2 * w[0] : Double.NaN, 0.9);
    walk.go(50);
    assertEquals(0, walk.here.parameters()[0], 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1e300, Double.NaN, Double.POSITIVE_INFINITY})
  void findsNoStepWhereNoneLeadsLower(double height) {
    Walk walk = new Walk("lbfgs", w -> height, (w, g) -> g[0] = 1, 0);
    assertEquals(false, walk.step());
    assertTrue(walk.evaluations < 100);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY})
  void findsNoStepWhereTheGradientShowsNoWay(double slope) {
    Walk walk = new Walk("lbfgs", w -> w[0] * w[0], (w, g) -> g[0] = slope, 1);
    assertEquals(false, walk.step());
  }

  @Test
  void endsWhereOnlyRoundingIsLeft() {
    Walk walk = valley("lbfgs");
    walk.go(10_000);
    assertTrue(walk.steps < 10_000, "it never ends");
    assertEquals(1, walk.here.parameters()[0], 1e-12);
  }

  @Test
  void goesFarDownAPlaneThatHasNoCurvature() {
    Walk walk = new Walk("lbfgs", w -> -w[0], (w, g) -> g[0] = -1, 0);
    assertTrue(walk.step());
    assertTrue(walk.here.objective() < -1e6);
    assertTrue(Double.isFinite(walk.here.objective()));
  }

  @Test
  void takesTheGradientWhereWhatItRemembersLeadsUphill() {
    Walk walk = valley("lbfgs");
    walk.go(5);
    double height = walk.here.objective();
    Vectors.scale(-1, walk.search.memory().get(2 * 10)); // 1 / s'y, never negative
    assertTrue(walk.step());
    assertTrue(walk.here.objective() < height);
    double[] moved = new double[2];
    Vectors.subtract(walk.here.parameters(), walk.there.parameters(), moved);
    double[] gradient = walk.there.gradient();
    assertEquals(
        -1, Vectors.dot(moved, gradient) / Vectors.norm(moved) / Vectors.norm(gradient), 1e-12);
  }

  @Test
  void goesOnBitByBitFromASavedMemory() {
    Walk walk = valley("lbfgs:memory=3");
    walk.go(7);
    List<double[]> saved = Rules.saved(walk.search.memory());
    double[] reached = walk.here.parameters().clone();
    walk.go(6);

    Walk resumed =
        new Walk("lbfgs:memory=3", Valley::height, Valley::slope, reached[0], reached[1]);
    Rules.overwrite(resumed.search.memory(), saved);
    resumed.go(6);
    assertArrayEquals(walk.here.parameters(), resumed.here.parameters());
  }
}
