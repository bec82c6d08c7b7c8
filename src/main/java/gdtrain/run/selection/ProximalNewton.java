package gdtrain.run.selection;

import gdtrain.compute.Vectors;
import gdtrain.qr.Cholesky;
import gdtrain.train.Objective;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Minimises {@code f(w) + l1 sum |w_i| + l2/2 sum w_i^2}, sums over what is penalised, for one
 * penalty after the other, each from the minimum before.
 *
 * <p>A step minimises, by coordinate descent, {@code g d + d H d / 2} and the penalty of {@code w +
 * d}, with g the slope of f and H its second derivative, and is shortened until the objective falls
 * (Lee, Sun, Saunders: Proximal Newton-type methods, 2014; Friedman, Hastie, Tibshirani:
 * Regularization paths by coordinate descent, 2010). Of H there are only columns of coordinates
 * that move, by differences of slopes, and they are used as long as each step is much shorter than
 * the one before.
 */
final class ProximalNewton {
  private static final int MOST_STEPS = 200;
  private static final int MOST_ROUNDS = 1000;

  /** Of coordinate descent, between two tries to solve for the coordinates that are not 0. */
  private static final int ROUNDS = 4;

  private static final int MOST_HALVINGS = 40;

  /** A step is to be this share of the one before, or the second derivative is measured anew. */
  private static final double FASTER = 0.1;

  /** How far slopes are apart whose difference tells a column. */
  private static final double NUDGE = 1e-5;

  /** Of the shortest step that coordinate descent still goes, over its longest. */
  private static final double ROUND_TOLERANCE = 1e-10;

  /** What a fall must be of what the slope promises. */
  private static final double ARMIJO = 1e-4;

  private final Objective objective;
  private final boolean[] penalised;
  private final double tolerance;
  private final double[] point;
  private final double[] slope;
  private final double[][] columns;
  private final double[] ahead;
  private double loss;

  /**
   * Starts at a point.
   *
   * @param objective f, smooth and convex
   * @param penalised which parameters are
   * @param tolerance the length of the last step over that of the parameters
   */
  ProximalNewton(Objective objective, boolean[] penalised, double[] start, double tolerance) {
    this.objective = objective;
    this.penalised = penalised.clone();
    this.tolerance = tolerance;
    this.point = start.clone();
    this.slope = new double[start.length];
    this.columns = new double[start.length][];
    this.ahead = new double[start.length];
    this.loss = objective.lossAndGradient(point, slope);
  }

  /** Where it is. */
  double[] point() {
    return point.clone();
  }

  /** The value of f there. */
  double loss() {
    return loss;
  }

  /**
   * Goes to the minimum with a penalty.
   *
   * @return whether it got there
   */
  boolean minimise(double l1, double l2) {
    double before = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST_STEPS; i++) {
      double[] step = step(l1, l2);
      double length = Vectors.norm(step);
      if (!(length < Double.POSITIVE_INFINITY) || !go(step, l1, l2)) {
        return false;
      }
      if (length <= tolerance * Vectors.norm(point)) {
        return true;
      }
      if (length > FASTER * before) {
        Arrays.fill(columns, null);
      }
      before = length;
    }
    return false;
  }

  /** The step to the minimum of the quadratic form, over the coordinates that may move. */
  private double[] step(double l1, double l2) {
    int[] moving =
        IntStream.range(0, point.length)
            .filter(i -> !penalised[i] || point[i] != 0 || Math.abs(slope[i]) > l1)
            .toArray();
    IntStream.of(moving).forEach(this::column);
    double[] step = new double[point.length];
    double[] bent = slope.clone(); // g + H d
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double longest = 0;
      for (int i : moving) {
        double moved = moved(i, point[i] + step[i], bent[i], l1, l2);
        longest = Math.max(longest, Math.abs(moved));
        move(i, moved, moving, step, bent);
      }
      if (longest <= ROUND_TOLERANCE * Vectors.norm(step)) {
        break;
      }
      if (round % ROUNDS == ROUNDS - 1) {
        Optional<double[]> exact = solved(moving, step, l1, l2);
        if (exact.isPresent()) {
          return exact.get();
        }
      }
    }
    return step;
  }

  private void move(int i, double moved, int[] moving, double[] step, double[] bent) {
    if (moved != 0) {
      step[i] += moved;
      for (int j : moving) {
        bent[j] += columns[i][j] * moved;
      }
    }
  }

  /**
   * The step to the minimum of the quadratic form if what is 0 after a step stays so, and no other
   * coordinate changes its sign; empty if that is not its minimum.
   */
  private Optional<double[]> solved(int[] moving, double[] near, double l1, double l2) {
    int[] free =
        IntStream.of(moving).filter(i -> !penalised[i] || point[i] + near[i] != 0).toArray();
    double[][] matrix = new double[free.length][free.length];
    double[] right = new double[free.length];
    for (int a = 0; a < free.length; a++) {
      int i = free[a];
      double own = penalised[i] ? l2 : 0;
      double sign = penalised[i] ? Math.signum(point[i] + near[i]) : 0;
      for (int b = 0; b < free.length; b++) {
        matrix[a][b] = (columns[i][free[b]] + columns[free[b]][i]) / 2;
      }
      matrix[a][a] += own;
      right[a] = -(slope[i] + own * point[i] + l1 * sign);
    }
    if (!Cholesky.solve(matrix, right)) {
      return Optional.empty();
    }
    double[] step = new double[point.length];
    double[] bent = slope.clone();
    for (int i : moving) {
      move(i, -point[i], moving, step, bent); // those that are not free come to 0
    }
    for (int a = 0; a < free.length; a++) {
      move(free[a], right[a] + point[free[a]], moving, step, bent);
    }
    for (int i : moving) {
      double there = point[i] + step[i];
      boolean zero = penalised[i] && point[i] + near[i] == 0;
      boolean fits =
          zero
              ? Math.abs(bent[i]) <= l1
              : !penalised[i] || l1 == 0 || there * (point[i] + near[i]) > 0;
      if (!fits) {
        return Optional.empty();
      }
    }
    return Optional.of(step);
  }

  /** How far a coordinate goes to its own minimum. */
  private double moved(int i, double from, double bent, double l1, double l2) {
    double own = penalised[i] ? l2 : 0;
    double bend = columns[i][i] + own;
    double target = from - (bent + own * from) / bend;
    if (penalised[i]) {
      target = Math.signum(target) * Math.max(0, Math.abs(target) - l1 / bend);
    }
    return target - from;
  }

  /** Measures a column of the second derivative, unless it is known. */
  private void column(int i) {
    if (columns[i] != null) {
      return;
    }
    double nudge = NUDGE * Math.max(1, Math.abs(point[i]));
    double[] nudged = point.clone();
    double[] column = new double[point.length];
    nudged[i] = point[i] + nudge;
    objective.lossAndGradient(nudged, column);
    double between = nudged[i];
    nudged[i] = point[i] - nudge;
    objective.lossAndGradient(nudged, ahead);
    between -= nudged[i];
    for (int j = 0; j < column.length; j++) {
      column[j] = (column[j] - ahead[j]) / between;
    }
    column[i] = Math.max(column[i], Double.MIN_NORMAL);
    columns[i] = column;
  }

  /** Takes a step, or a part of it, that lowers the objective; returns whether there is one. */
  private boolean go(double[] step, double l1, double l2) {
    double height = loss + penalty(point, l1, l2);
    double[] there = new double[point.length];
    double share = 1;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      for (int j = 0; j < there.length; j++) {
        there[j] = point[j] + share * step[j];
      }
      double reached = objective.lossAndGradient(there, ahead);
      double fall = height - reached - penalty(there, l1, l2);
      double promised = promised(step, share, there, l1, l2);
      double rounding = 1e-14 * Math.abs(height);
      if (fall >= ARMIJO * promised - rounding) {
        Vectors.copy(there, point);
        Vectors.copy(ahead, slope);
        loss = reached;
        return true;
      }
      share /= 2;
    }
    return false;
  }

  /** How much the objective would fall if f were its tangent. */
  private double promised(double[] step, double share, double[] there, double l1, double l2) {
    double along = 0;
    for (int j = 0; j < step.length; j++) {
      along += slope[j] * share * step[j];
    }
    return -along + penalty(point, l1, l2) - penalty(there, l1, l2);
  }

  private double penalty(double[] at, double l1, double l2) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      sum += penalised[i] ? l1 * Math.abs(at[i]) + l2 / 2 * at[i] * at[i] : 0;
    }
    return sum;
  }
}
