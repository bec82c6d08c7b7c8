package gdtrain.run;

import gdtrain.insight.Curvature;
import gdtrain.insight.EpochsNeeded;
import gdtrain.insight.Hessian;
import gdtrain.insight.LeastSquares;
import gdtrain.insight.Triangle;
import gdtrain.loss.Loss;
import gdtrain.train.Regularisation;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * What is known of a run's landscape without walking in it. Costs a pass over the rows for a linear
 * model, and some gradients where there are hidden layers.
 */
public final class LossLandscape {
  private final TrainingRun run;
  private final Regularisation penalty;
  private final Optional<Triangle> triangle;
  private final Optional<Curvature> curvature;

  /** Measures the landscape where the run starts. */
  LossLandscape(TrainingRun run) {
    this(run, run.start());
  }

  /** Measures the landscape; what is not the same everywhere is measured at a point. */
  public LossLandscape(TrainingRun run, double[] point) {
    this.run = run;
    this.penalty = run.problem().regularisation();
    boolean bounded = run.network().hidden().isEmpty() && loss().mostCurvature().isPresent();
    this.triangle = bounded ? run.learned().triangle() : Optional.empty();
    this.curvature = loss().jumps() ? Optional.empty() : Optional.of(measured(point));
  }

  private Curvature measured(double[] point) {
    return triangle
        .map(t -> Hessian.of(t, loss(), penalty))
        .or(() -> Hessian.of(run.weighedRows(), loss(), penalty))
        .orElseGet(() -> Hessian.at(run.weighedRows(), run.problem().training(), penalty, point));
  }

  private Loss loss() {
    return run.units().learned();
  }

  /**
   * How the landscape bends: everywhere, at most, or at the point. Empty where its slope jumps, it
   * does not bend, or not in numbers. With l1 it is at most: a longer step may still converge,
   * since the penalty keeps weights at 0.
   */
  public Optional<Curvature> curvature() {
    return curvature
        .filter(c -> c.largest() > 0 && c.largest() < Double.POSITIVE_INFINITY)
        .map(c -> penalty.l1() > 0 ? c.atMost() : c);
  }

  /** The condition number with standard scaling. */
  public OptionalDouble conditionStandardised() {
    return condition(t -> t.standardised(run.schema()));
  }

  /** The condition number without scaling. */
  public OptionalDouble conditionRaw() {
    return condition(t -> t.raw(run.schema()));
  }

  private OptionalDouble condition(UnaryOperator<Triangle> scaling) {
    return triangle.isEmpty()
        ? OptionalDouble.empty()
        : Hessian.of(scaling.apply(triangle.get()), loss(), penalty).condition();
  }

  /** How many epochs it takes, where that can be calculated: as for the minimum. */
  public Optional<EpochsNeeded> epochsNeeded() {
    return triangle.filter(t -> quadratic()).map(t -> new EpochsNeeded(t, run.start(), penalty));
  }

  private boolean quadratic() {
    return loss().quadratic() && penalty.l1() == 0;
  }

  /** The minimum, where it can be calculated: a linear model, squared error and no l1. */
  public Optional<LeastSquares> minimum() {
    return triangle.filter(t -> quadratic()).map(t -> new LeastSquares(t, penalty.l2()));
  }
}
