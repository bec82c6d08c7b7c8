package gdtrain.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.compute.Vectors;
import gdtrain.optimizer.schedule.LearningRates;
import gdtrain.optimizer.schedule.Schedules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every update rule arrives at the minimum of two landscapes that are hard for plain descent. */
class RuleDescentTest {
  /** The rates and steps of a rule, the rate falling to 0 along a cosine. */
  private record Course(
      String text, double valleyRate, int valleySteps, double bowlRate, int bowlSteps) {}

  private static final Map<String, Course> COURSES =
      Map.ofEntries(
          Map.entry("gd", new Course("gd", 1.5e-3, 40_000, 1.9e-4, 200_000)),
          Map.entry("momentum", new Course("momentum", 1e-3, 10_000, 1e-4, 40_000)),
          Map.entry("nesterov", new Course("nesterov:beta=0.98", 5e-4, 5_000, 1e-4, 4_000)),
          Map.entry("adagrad", new Course("adagrad", 0.5, 40_000, 0.5, 40_000)),
          Map.entry("adadelta", new Course("adadelta", 5, 40_000, 5, 40_000)),
          Map.entry("rmsprop", new Course("rmsprop", 0.01, 20_000, 0.05, 20_000)),
          Map.entry("adam", new Course("adam", 0.02, 10_000, 0.05, 10_000)),
          Map.entry("amsgrad", new Course("amsgrad", 0.2, 10_000, 0.1, 20_000)),
          Map.entry("nadam", new Course("nadam", 0.02, 10_000, 0.05, 10_000)),
          Map.entry("adamw", new Course("adamw:weight-decay=0", 0.02, 10_000, 0.05, 10_000)),
          Map.entry("lion", new Course("lion", 0.002, 20_000, 0.01, 20_000)));

  static List<String> names() {
    return Rules.names();
  }

  @Test
  void everyRuleHasACourse() {
    assertEquals(Set.copyOf(names()), COURSES.keySet());
  }

  private static double[] descend(
      String text, double rate, int steps, double[] start, BiConsumer<double[], double[]> slope) {
    double[] parameters = start.clone();
    double[] gradient = new double[start.length];
    double[] weights = new double[start.length];
    Arrays.fill(weights, 1);
    Updates updates = Rules.rule(text).updatesFor(weights);
    LearningRates rates = Schedules.CATALOG.choose("cosine:end=0").start(rate, steps);
    for (int step = 1; step <= steps; step++) {
      slope.accept(parameters, gradient);
      updates.step(parameters, gradient, rates.at(step, Double.NaN));
    }
    return parameters;
  }

  /** The slope of a bowl around (1, ..., 1) whose curvatures, 1 to 10,000, lie across the axes. */
  private static void bowl(double[] w, double[] g) {
    for (int i = 0; i < w.length; i++) {
      g[i] = w[i] - 1;
    }
    mirror(g);
    for (int i = 0; i < w.length; i++) {
      g[i] *= Math.pow(1e4, i / (w.length - 1.0));
    }
    mirror(g);
  }

  /** Householder's reflection by the vector (1, 2, 3, ...). */
  private static void mirror(double[] x) {
    double[] u = new double[x.length];
    Arrays.setAll(u, i -> i + 1);
    Vectors.add(-2 * Vectors.dot(u, x) / Vectors.dot(u, u), u, x);
  }

  @ParameterizedTest
  @MethodSource("names")
  void reachesTheMinimumOfRosenbrocksValley(String name) {
    Course course = COURSES.get(name);
    double[] end =
        descend(
            course.text,
            course.valleyRate,
            course.valleySteps,
            new double[] {-1.2, 1},
            Valley::slope);
    double distance = Math.hypot(end[0] - 1, end[1] - 1);
    assertTrue(distance < 1e-4, () -> distance + " away");
  }

  @ParameterizedTest
  @MethodSource("names")
  void reachesTheMinimumOfABowlOfConditionTenThousand(String name) {
    Course course = COURSES.get(name);
    double[] end =
        descend(
            course.text, course.bowlRate, course.bowlSteps, new double[20], RuleDescentTest::bowl);
    double distance = Arrays.stream(end).map(w -> Math.abs(w - 1)).max().orElseThrow();
    assertTrue(distance < 1e-4, () -> distance + " away");
  }
}
