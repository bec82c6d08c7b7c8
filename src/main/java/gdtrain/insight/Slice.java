package gdtrain.insight;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.Vectors;
import gdtrain.train.Objective;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The objective along its negative gradient g at a point: {@code phi(t) = f(point - t g)}. t acts
 * as a learning rate: the length of the step over the norm of the gradient.
 */
public final class Slice {
  private static final double LONGEST = 0x1p100;
  private static final double SHORTEST = 0x1p-100;
  private static final double ROUNDING = 8 * Math.ulp(1.0);

  /** A relative change of the objective whose digits are mostly rounding. */
  private static final double NOISE = 1e-12;

  /** How far a point may lie off the line, over its distance from the start. */
  private static final double BESIDE = 1e-7;

  private static final int SAMPLES = 32;
  private static final int MOST_TRIALS = 200;

  private final Objective objective;
  private final double[] start;
  private final double[] gradient;
  private final double square;
  private final double value;

  /**
   * Measures the gradient.
   *
   * @throws IllegalArgumentException if it is 0
   */
  public Slice(Objective objective, double[] start) {
    this.objective = objective;
    this.start = start.clone();
    this.gradient = new double[start.length];
    this.value = objective.lossAndGradient(start, gradient);
    this.square = Vectors.dot(gradient, gradient);
    if (!(square > 0) || !Double.isFinite(square)) {
      throw new InvalidSetting(
          "the gradient is %s here, so that it has no direction; that of another epoch (⟦at⟧) or model may have one"
              .formatted(square == 0 ? "0" : "not finite"));
    }
  }

  /** The point a step leads to, as a flat vector. */
  public double[] at(double length) {
    double[] point = start.clone();
    Vectors.add(-length, gradient, point);
    return point;
  }

  /** The step that leads to a point; empty if none does. */
  public OptionalDouble stepTo(double[] point) {
    double[] move = new double[start.length];
    Vectors.subtract(point, start, move);
    double length = -Vectors.dot(move, gradient) / square;
    double norm = Vectors.norm(move);
    Vectors.add(length, gradient, move);
    return length > 0 && Vectors.norm(move) <= BESIDE * norm + ROUNDING * Vectors.norm(start)
        ? OptionalDouble.of(length)
        : OptionalDouble.empty();
  }

  /**
   * The step after which the objective is as at the start, and after slightly longer ones larger.
   * If the objective is convex, there is at most one; else it is one found by doubling or halving
   * 1. Empty if even very long steps do not increase the objective.
   */
  public OptionalDouble breakEven() {
    double high = 1;
    while (high < LONGEST && !(rise(high) > 0)) {
      high *= 2;
    }
    while (high > SHORTEST && rise(high / 2) > 0) {
      high /= 2;
    }
    return rise(high) > 0 && rise(high / 2) <= 0
        ? OptionalDouble.of(root(this::rise, high / 2, high))
        : OptionalDouble.empty();
  }

  /**
   * The step with the lowest objective: where the slope is 0 near the best of 32 steps. Exact where
   * the objective is a parabola.
   *
   * @param longest the objective there is not above that at the start
   */
  public double best(double longest) {
    Interval steps = new Interval(0, longest);
    int lowest =
        IntStream.rangeClosed(1, SAMPLES)
            .reduce((i, j) -> rise(step(steps, j)) < rise(step(steps, i)) ? j : i)
            .orElseThrow();
    double near = step(steps, lowest - 1);
    double far = step(steps, Math.min(lowest + 1, SAMPLES));
    if (slope(near) < 0 && slope(far) > 0) {
      return root(this::slope, near, far);
    }
    return slope(longest) > 0 ? root(this::slope, 0, longest) : step(steps, lowest);
  }

  /** Whether a step changes the objective by no more than rounding. */
  public boolean isRounding(double length) {
    return Math.abs(objective.loss(at(length)) - value) <= NOISE * Math.abs(value);
  }

  private static double step(Interval steps, int index) {
    return steps.value(index, SAMPLES + 1);
  }

  /** The objective minus that at the start, and minus rounding. */
  private double rise(double length) {
    double rise = objective.loss(at(length)) - value;
    return Double.isFinite(rise) ? rise - ROUNDING * Math.abs(value) : Double.MAX_VALUE;
  }

  /** phi'(t) over the square of the gradient's norm. */
  private double slope(double length) {
    double[] there = new double[start.length];
    objective.lossAndGradient(at(length), there);
    return -Vectors.dot(there, gradient) / square;
  }

  private static double root(DoubleUnaryOperator function, double from, double to) {
    double accuracy = Math.ulp(to);
    return new BrentSolver(ROUNDING, accuracy, 0)
        .solve(MOST_TRIALS, function::applyAsDouble, from, to);
  }
}
