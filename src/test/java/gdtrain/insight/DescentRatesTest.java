package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Landscape;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;
import gdtrain.network.Network;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.UpdateRule;
import gdtrain.optimizer.schedule.Schedules;
import gdtrain.train.DataObjective;
import gdtrain.train.Ending;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Method;
import gdtrain.train.Problem;
import gdtrain.train.Regularisation;
import gdtrain.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real runs just below and just above the largest stable rate. */
class DescentRatesTest {
  /** At 0.99 of the bound, the steepest direction keeps 0.98 of itself in a step. */
  private static final int STEEPEST_DIES = 700;

  /** Rows times epochs that a run may have. */
  private static final double MOST_WORK = 1e7;

  static List<Rows> regressions() {
    return Rows.tasks("regression", Scaling.NONE, Scaling.STANDARD);
  }

  static List<Rows> classifications() {
    return Stream.of("binary", "multiclass")
        .flatMap(kind -> Rows.tasks(kind, Scaling.NONE, Scaling.STANDARD).stream())
        .toList();
  }

  /** A linear model on a task, and the runs down its landscape. */
  private static final class Slopes {
    private final Dataset data;
    private final Loss loss;
    private final Regularisation penalty;
    private final List<Epoch> epochs = new ArrayList<>();

    Slopes(Rows rows, double l2) {
      Prepared prepared = rows.prepared();
      data = Data.inMemory(prepared.training());
      int outputs = prepared.schema().target().outputs();
      loss = Losses.usual(rows.classes(), outputs);
      Network network = new Network(prepared.schema().inputs(), List.of(), outputs, true);
      penalty = new Regularisation(0, l2, network);
    }

    Curvature curvature() {
      return Hessian.of(data, loss, penalty).orElseThrow();
    }

    Fit run(Method method, int most) {
      epochs.clear();
      try (Workers workers = new Workers(1)) {
        DataObjective objective = new DataObjective(penalty.network(), loss, data, workers);
        Problem problem =
            new Problem(
                objective, Optional.empty(), Optional.empty(), penalty, objective.baseline());
        return new Trainer(method, Landscape.limits(most, 0))
            .fit(problem, new double[penalty.network().parameters()], epochs::add);
      }
    }

    void assertNeverRises() {
      for (int i = 1; i < epochs.size(); i++) {
        double before = epochs.get(i - 1).objective();
        assertTrue(epochs.get(i).objective() <= before * (1 + 1e-9), "rises in epoch " + i);
      }
    }
  }

  /**
   * Below the bound the loss never rises, the way along the steepest direction dies out, and where
   * as many epochs can be run as are said to bring the loss within 1e-6 of its minimum (from the
   * start: a share), they do. That is so on scaled data; raw data may need more than 10^12.
   */
  @ParameterizedTest
  @MethodSource("regressions")
  void justBelowTheBoundDescentConverges(Rows rows) {
    Slopes slopes = new Slopes(rows, 0);
    Curvature curvature = slopes.curvature();
    double rate = 0.99 * curvature.largestStableRate();
    Triangle triangle = Triangle.of(slopes.data, true).orElseThrow();
    double[] zero = new double[slopes.penalty.network().parameters()];
    double needed = new EpochsNeeded(triangle, zero, slopes.penalty).at(rate, 1e-6).orElseThrow();
    boolean affordable = needed * slopes.data.rows() <= MOST_WORK;
    assertTrue(affordable || rows.scaling() == Scaling.NONE);

    Fit fit =
        slopes.run(
            Landscape.constant(rate), (int) Math.max(STEEPEST_DIES, affordable ? needed : 0));

    slopes.assertNeverRises();
    double[] start = new double[fit.parameters().size()];
    double[] end = Rows.doubles(fit.parameters());
    assertTrue(steepest(slopes, end) <= 1e-6 * steepest(slopes, start));
    LeastSquares optimum = new LeastSquares(triangle, 0);
    double before = slopes.epochs.get(0).loss() - optimum.loss();
    double after = optimum.gap(fit.parameters()).objective();
    assertEquals(
        slopes.epochs.get(fit.kept().number()).loss() - optimum.loss(), after, 1e-9 * before);
    if (affordable) {
      assertTrue(after <= 1e-6 * before, () -> after + " of " + before);
      double last = slopes.epochs.get((int) needed - 1).loss() - optimum.loss();
      assertTrue(last > 1e-6 * before * (1 - 1e-3), () -> "one epoch fewer does: " + last);
    }
  }

  /** The size of the gradient along the direction of the largest curvature. */
  private static double steepest(Slopes slopes, double[] point) {
    double[] gradient = new double[point.length];
    try (Workers workers = new Workers(1)) {
      new DataObjective(slopes.penalty.network(), slopes.loss, slopes.data, workers)
          .lossAndGradient(point, gradient);
    }
    Gram gram = new Gram(slopes.data);
    double[] direction = new Random(1).doubles(point.length).toArray();
    for (int step = 0; step < 1000; step++) {
      double norm = ColumnArithmetic.norm(0, direction, 0, direction.length);
      direction = gram.times(ColumnArithmetic.scaled(direction, 1 / norm));
    }
    double norm = ColumnArithmetic.norm(0, direction, 0, direction.length);
    return Math.abs(ColumnArithmetic.dot(direction, gradient)) / norm;
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void justAboveTheBoundDescentDiverges(Rows rows) {
    Slopes slopes = new Slopes(rows, 0);
    double rate = 1.01 * slopes.curvature().largestStableRate();

    Fit fit = slopes.run(Landscape.constant(rate), 2000);

    assertEquals(Ending.DIVERGED, fit.ending());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9})
  void theHeavyBallHasABoundOfItsOwn(double beta) {
    Slopes slopes = new Slopes(Rows.tasks("regression", Scaling.STANDARD).get(0), 0.01);
    double bound = slopes.curvature().largestStableRate(ball(beta)).orElseThrow();
    assertEquals((1 + beta) * slopes.curvature().largestStableRate(), bound, 1e-15);

    assertNotEquals(Ending.DIVERGED, slopes.run(heavyBall(beta, 0.99 * bound), 5000).ending());
    LeastSquares optimum = new LeastSquares(Triangle.of(slopes.data, true).orElseThrow(), 0.01);
    double after = slopes.epochs.get(5000).objective() - optimum.objective();
    assertEquals(0, after, 1e-9 * slopes.epochs.get(0).objective());
    assertEquals(Ending.DIVERGED, slopes.run(heavyBall(beta, 1.01 * bound), 5000).ending());
  }

  private static UpdateRule ball(double beta) {
    return (UpdateRule) Optimizers.CATALOG.choose("momentum:beta=" + beta);
  }

  private static Method heavyBall(double beta, double rate) {
    return new Method.Updating(
        ball(beta), rate, Schedules.CATALOG.choose("constant"), OptionalDouble.empty());
  }

  @ParameterizedTest
  @MethodSource("classifications")
  void justBelowTheBoundTheCrossEntropyNeverRises(Rows rows) {
    for (double l2 : new double[] {0, 0.1}) {
      Slopes slopes = new Slopes(rows, l2);
      Curvature curvature = slopes.curvature();
      assertEquals(Curvature.Kind.BOUND, curvature.kind());
      int outputs = slopes.penalty.network().outputs();
      int epochs = (int) Math.min(300, MOST_WORK / 2 / slopes.data.rows() / outputs);

      slopes.run(Landscape.constant(0.99 * curvature.largestStableRate()), epochs);

      assertEquals(epochs + 1, slopes.epochs.size());
      slopes.assertNeverRises();
    }
  }
}
