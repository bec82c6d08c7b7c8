package gdtrain.optimizer;

import static java.lang.Math.sqrt;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every update rule of the catalog does and keeps. */
class UpdateRuleTest {
  private static final double[] GRADIENT = {3, -4};
  private static final double[] NEXT_GRADIENT = {4, 3};
  private static final double RATE = 0.5;

  /** Where two steps lead from (1, 2), a weight and an intercept, computed by hand. */
  private record ByHand(String text, Place first, Place second) {}

  private record Place(double weight, double intercept) {
    private void assertAt(double... parameters) {
      assertEquals(weight, parameters[0], 2e-15);
      assertEquals(intercept, parameters[1], 2e-15);
    }
  }

  private static Place point(double weight, double intercept) {
    return new Place(weight, intercept);
  }

  private static final Map<String, ByHand> BY_HAND =
      Map.ofEntries(
          Map.entry("gd", new ByHand("gd", point(-0.5, 4), point(-2.5, 2.5))),
          // v (3, -4), then (1.5 + 4, -2 + 3)
          Map.entry("momentum", new ByHand("momentum:beta=0.5", point(-0.5, 4), point(-3.25, 3.5))),
          // the same v; g + v / 2 is (4.5, -6), then (6.75, 3.5); g'v > 0
          Map.entry(
              "nesterov", new ByHand("nesterov:beta=0.5", point(-1.25, 5), point(-4.625, 3.25))),
          // roots (3, 4), then (5, 5)
          Map.entry(
              "adagrad",
              new ByHand("adagrad:epsilon=1", point(0.625, 2.4), point(0.625 - 1 / 3.0, 2.15))),
          // a (4.5, 8), then (10.25, 8.5); d (3 / sqrt 5.5, -4 / 3); b (9 / 11, 8 / 9)
          Map.entry(
              "adadelta",
              new ByHand(
                  "adadelta:rho=0.5,epsilon=1",
                  point(1 - 1.5 / sqrt(5.5), 2 + 2 / 3.0),
                  point(
                      1 - 1.5 / sqrt(5.5) - 2 * sqrt(20 / 11.0 / 11.25),
                      2 + 2 / 3.0 - 1.5 * sqrt(17 / 9.0 / 9.5)))),
          // v (2.25, 4), then (5.6875, 5.25)
          Map.entry(
              "rmsprop",
              new ByHand(
                  "rmsprop:rho=0.75,epsilon=1",
                  point(0.4, 8 / 3.0),
                  point(0.4 - 2 / (sqrt(5.6875) + 1), 8 / 3.0 - 1.5 / (sqrt(5.25) + 1)))),
          // mHat (3, -4), then (2.75, 0.5) / 0.75; vHat (9, 16), then (5.6875, 5.25) / 0.4375
          Map.entry(
              "adam",
              new ByHand(
                  "adam:beta1=0.5,beta2=0.75,epsilon=1",
                  point(0.625, 2.4),
                  point(0.625 - 11 / 6.0 / (sqrt(13) + 1), 2.4 - 1 / 3.0 / (sqrt(12) + 1)))),
          // v (6.75, 12), then (13.6875, 9.75): the intercept stays at 12; over 0.9375
          Map.entry(
              "amsgrad",
              new ByHand(
                  "amsgrad:beta1=0.5,beta2=0.25,epsilon=1",
                  point(0.625, 2.4),
                  point(0.625 - 11 / 6.0 / (sqrt(14.6) + 1), 2.4 - 1 / 3.0 / (sqrt(12.8) + 1)))),
          // mu 1/4; mHat 4/15 m + g, then 16/63 m + 4/5 g; m (1.5, -2), then (2.75, 0.5)
          Map.entry(
              "nadam",
              new ByHand(
                  "nadam:beta1=0.5,beta2=0.75,epsilon=1,momentum-decay=0",
                  point(0.575, 2 + 34 / 75.0),
                  point(
                      0.575 - (22 / 63.0 + 1.6) / (sqrt(13) + 1),
                      2 + 34 / 75.0 - (4 / 63.0 + 1.2) / (sqrt(12) + 1)))),
          // as adam, but each step first takes a quarter of the weight
          Map.entry(
              "adamw",
              new ByHand(
                  "adamw:beta1=0.5,beta2=0.75,epsilon=1,weight-decay=0.5",
                  point(0.375, 2.4),
                  point(0.28125 - 11 / 6.0 / (sqrt(13) + 1), 2.4 - 1 / 3.0 / (sqrt(12) + 1)))),
          // c (1.5, -2), then (2.375, 1)
          Map.entry(
              "lion",
              new ByHand(
                  "lion:beta1=0.5,beta2=0.75,weight-decay=0.5",
                  point(0.25, 2.5),
                  point(-0.3125, 2))));

  static List<String> names() {
    return Rules.names();
  }

  @Test
  void everyRuleHasStepsComputedByHand() {
    assertEquals(Set.copyOf(names()), BY_HAND.keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void takesTheStepsComputedByHand(String name) {
    ByHand byHand = BY_HAND.get(name);
    assertTrue(byHand.text.startsWith(name));
    Updates updates = Rules.rule(byHand.text).updatesFor(new double[] {1, 0});
    double[] parameters = {1, 2};
    updates.step(parameters, GRADIENT, RATE);
    byHand.first.assertAt(parameters);
    updates.step(parameters, NEXT_GRADIENT, RATE);
    byHand.second.assertAt(parameters);
  }

  @Test
  void nesterovForgetsTheSpeedThatLeadsUphill() {
    // 0 - (4 + 2) = -6 with speed 4; then speed 2 - 1 = 1 against the gradient -1
    double[] restarted = {0};
    Updates updates = Rules.rule("nesterov:beta=0.5").updatesFor(new double[] {1});
    updates.step(restarted, new double[] {4}, 1);
    updates.step(restarted, new double[] {-1}, 1);
    assertArrayEquals(new double[] {-5}, restarted);
    double[] carriedOn = {0};
    updates = Rules.rule("nesterov:beta=0.5,restart=0").updatesFor(new double[] {1});
    updates.step(carriedOn, new double[] {4}, 1);
    updates.step(carriedOn, new double[] {-1}, 1);
    assertArrayEquals(new double[] {-5.5}, carriedOn);
  }

  private static final int PARAMETERS = 7;

  /** Steps with random gradients, some of them 0; returns where they lead. */
  private static double[] walk(Updates updates, double[] parameters, Random random, int steps) {
    for (int step = 0; step < steps; step++) {
      double[] gradient = random.doubles(PARAMETERS, -1, 1).toArray();
      gradient[step % PARAMETERS] = 0;
      double[] before = gradient.clone();
      updates.step(parameters, gradient, 0.1 / (1 + step));
      assertArrayEquals(before, gradient, "the gradient was changed");
    }
    return parameters;
  }

  private static Updates fresh(UpdateRule rule) {
    return rule.updatesFor(new double[] {1, 1, 1, 0, 1, 1, 0});
  }

  /** Every rule with its defaults, and where two settings change what it remembers or does. */
  static Stream<String> texts() {
    return Stream.concat(names().stream(), BY_HAND.values().stream().map(ByHand::text));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void goesOnBitByBitFromASavedMemory(String text) {
    UpdateRule rule = Rules.rule(text);
    Random random = new Random(3);
    Updates first = fresh(rule);
    double[] here = walk(first, new double[PARAMETERS], random, 13);
    List<double[]> saved = Rules.saved(first.memory());
    double[] resumed = here.clone();
    walk(first, here, new Random(5), 11);

    Updates second = fresh(rule);
    walk(second, new double[PARAMETERS], random, 2);
    Rules.overwrite(second.memory(), saved);
    walk(second, resumed, new Random(5), 11);
    assertArrayEquals(here, resumed);
  }

  @ParameterizedTest
  @MethodSource("names")
  void twoRunsOfARuleDoNotKnowOfEachOther(String name) {
    UpdateRule rule = Rules.rule(name);
    double[] alone = walk(fresh(rule), new double[PARAMETERS], new Random(1), 9);
    Updates one = fresh(rule);
    Updates other = fresh(rule);
    double[] parameters = new double[PARAMETERS];
    double[] elsewhere = new double[PARAMETERS];
    Random random = new Random(1);
    for (int step = 0; step < 9; step++) {
      double[] gradient = random.doubles(PARAMETERS, -1, 1).toArray();
      gradient[step % PARAMETERS] = 0;
      other.step(elsewhere, new double[] {9, 9, 9, 9, 9, 9, 9}, 1);
      one.step(parameters, gradient, 0.1 / (1 + step));
    }
    assertArrayEquals(alone, parameters);
    assertEquals(Rules.rule(name), rule);
  }

  @ParameterizedTest
  @MethodSource("names")
  void staysWhereTheGradientIsZeroFromTheStart(String name) {
    double[] parameters = new double[PARAMETERS];
    Updates updates = fresh(Rules.rule(name));
    updates.step(parameters, new double[PARAMETERS], 1);
    updates.step(parameters, new double[PARAMETERS], 1);
    assertArrayEquals(new double[PARAMETERS], parameters);
  }

  @ParameterizedTest
  @MethodSource("names")
  void showsAGradientThatIsNoNumber(String name) {
    double[] parameters = new double[PARAMETERS];
    double[] gradient = new double[PARAMETERS];
    gradient[2] = Double.NaN;
    fresh(Rules.rule(name)).step(parameters, gradient, 1);
    assertTrue(Double.isNaN(parameters[2]));
    assertEquals(0, parameters[1]);
  }

  @Test
  void onlyWeightsDecay() {
    for (String name : List.of("adamw:weight-decay=0.5", "lion:weight-decay=0.5")) {
      double[] parameters = {2, 2};
      Rules.rule(name).updatesFor(new double[] {1, 0}).step(parameters, new double[2], 0.1);
      assertArrayEquals(new double[] {1.9, 2}, parameters, 1e-15);
    }
  }

  @Test
  void onlyPlainStepsCanBeFollowedByProximalSteps() {
    List<String> proximal =
        Optimizers.CATALOG.names().stream()
            .filter(name -> Optimizers.CATALOG.choose(name).proximal())
            .toList();
    assertEquals(List.of("gd"), proximal);
    assertFalse(Optimizers.CATALOG.choose("lbfgs").proximal());
    assertTrue(new AutomaticStep().proximal());
  }

  /** On a parabola of curvature 3, just below and just above what the rule says is stable. */
  @ParameterizedTest
  @ValueSource(strings = {"gd", "momentum", "momentum:beta=0.5", "nesterov:restart=0"})
  void theStableRateIsWhereStepsBeginToGrow(String text) {
    double most = Rules.rule(text).stability().orElseThrow() / 3;

    assertTrue(distanceAfter(text, 0.99 * most) < 1e-6);
    assertTrue(distanceAfter(text, 1.01 * most) > 1e6);
  }

  private static double distanceAfter(String text, double rate) {
    Updates updates = Rules.rule(text).updatesFor(new double[] {1});
    double[] w = {1};
    for (int step = 0; step < 20_000 && Math.abs(w[0]) < 1e9; step++) {
      updates.step(w, new double[] {3 * w[0]}, rate);
    }
    return Math.abs(w[0]);
  }

  @Test
  void rulesWithoutAStableRateSaySo() {
    Set<String> stable = Set.of("gd", "momentum");
    for (String name : Rules.names()) {
      assertEquals(stable.contains(name), Rules.rule(name).stability().isPresent(), name);
    }
  }
}
