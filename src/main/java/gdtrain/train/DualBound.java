package gdtrain.train;

import gdtrain.dataset.Dataset;
import gdtrain.loss.KinkedLoss;
import gdtrain.qr.Elimination;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the objective of a linear model with a {@link KinkedLoss} is nowhere below. Every choice of
 * a slope y between low and high for each row bounds it, since a row's loss is the largest {@code y
 * (raw - kink)} of all. With s = weight y / total weight and {@code g_j = sum s x_j}:
 *
 * <pre>
 *   objective &gt;= -sum s kink - sum_j max(0, |g_j| - l1)^2 / (2 l2)
 *   if g_j = 0 for inputs without penalty, and |g_j| &lt;= l1 for those without l2
 * </pre>
 *
 * <p>Where the slopes are those of the minimum, both sides are equal: linear and quadratic
 * programming's strong duality, as in Boyd and Vandenberghe 2004, section 5.2.3. Slopes that miss
 * the conditions narrowly are moved and divided until they hold.
 */
final class DualBound {
  /** The second leaves nothing of the rounding of the first. */
  private static final int REPAIRS = 2;

  /** A column of which no more than this is independent of others counts as dependent. */
  private static final double DEPENDENT = 1e-10;

  private final Dataset data;
  private final KinkedLoss loss;
  private final Penalty penalty;
  private final int[] free;

  /**
   * For rows and a penalty.
   *
   * @param data one target a row
   */
  DualBound(Dataset data, KinkedLoss loss, Penalty penalty) {
    this.data = data;
    this.loss = loss;
    this.penalty = penalty;
    this.free = IntStream.range(0, data.inputs()).filter(penalty::spares).toArray();
  }

  /**
   * A number that the objective is not below, as close to it as the slopes are to those of the
   * minimum; minus infinity if they cannot be made to hold.
   *
   * @param slopes weight times slope of every row; not changed
   */
  double lowest(double[] slopes) {
    double[] feasible = slopes.clone();
    for (int i = 0; i < REPAIRS && free.length > 0; i++) {
      repair(feasible);
    }
    double excess = excess(feasible);
    if (!(excess < Double.POSITIVE_INFINITY)) {
      return Double.NEGATIVE_INFINITY;
    }
    Arrays.setAll(feasible, i -> feasible[i] / excess);
    return value(feasible);
  }

  /** The right side above, whether the conditions hold or not. */
  double value(double[] slopes) {
    double[] kinks = {0};
    forEach((row, inputs, at, target, weight) -> kinks[0] += slopes[row] * loss.kink(target));
    double[] g = products(slopes);
    double value = -kinks[0] / data.totalWeight();
    for (int j = 0; j < g.length; j++) {
      value -= penalty.conjugate(j, g[j] / data.totalWeight());
    }
    return value;
  }

  /** Sum of slope times input, by input. */
  private double[] products(double[] slopes) {
    double[] g = new double[data.inputs()];
    forEach(
        (row, inputs, at, target, weight) -> {
          for (int j = 0; j < g.length; j++) {
            g[j] += slopes[row] * inputs[at + j];
          }
        });
    return g;
  }

  /**
   * Takes away what slopes have in common with inputs without penalty, in proportion to their size,
   * so that those at 0 stay there: {@code s - |s| x'u} with {@code (sum |s| x x') u = g}.
   */
  private void repair(double[] slopes) {
    Elimination elimination = new Elimination(free.length);
    double[] picked = new double[free.length];
    forEach(
        (row, inputs, at, target, weight) -> {
          Arrays.setAll(picked, k -> inputs[at + free[k]]);
          elimination.add(picked, Math.sqrt(Math.abs(slopes[row])));
        });
    double[] g = products(slopes);
    double[] u =
        solved(elimination.triangle(), IntStream.of(free).mapToDouble(j -> g[j]).toArray());
    forEach(
        (row, inputs, at, target, weight) -> {
          double common = 0;
          for (int k = 0; k < free.length; k++) {
            common += u[k] * inputs[at + free[k]];
          }
          slopes[row] -= Math.abs(slopes[row]) * common;
        });
  }

  /**
   * The u of {@code R'R u = g}; 0 for columns that depend on others.
   *
   * @param r column after column
   * @param g overwritten
   */
  private static double[] solved(double[][] r, double[] g) {
    boolean[] dependent = new boolean[g.length];
    for (int k = 0; k < g.length; k++) {
      double length = Math.sqrt(Arrays.stream(r[k]).map(v -> v * v).sum());
      dependent[k] = !(Math.abs(r[k][k]) > DEPENDENT * length);
      for (int i = 0; i < k; i++) {
        g[k] -= r[k][i] * g[i];
      }
      g[k] = dependent[k] ? 0 : g[k] / r[k][k];
    }
    for (int k = g.length - 1; k >= 0; k--) {
      for (int j = k + 1; j < g.length; j++) {
        g[k] -= r[j][k] * g[j];
      }
      g[k] = dependent[k] ? 0 : g[k] / r[k][k];
    }
    return g;
  }

  /** How many times too large some slope, or its sum with an input, is; at least 1. */
  private double excess(double[] slopes) {
    double[] most = {1};
    forEach(
        (row, inputs, at, target, weight) -> {
          double kink = loss.kink(target);
          double bound = weight * (slopes[row] > 0 ? loss.high(kink) : loss.low(kink));
          most[0] = slopes[row] == 0 ? most[0] : Math.max(most[0], Math.abs(slopes[row] / bound));
        });
    double[] g = products(slopes);
    for (int j = 0; j < g.length; j++) {
      most[0] = Math.max(most[0], penalty.excess(j, g[j] / data.totalWeight()));
    }
    return most[0];
  }

  /** Takes a row. */
  private interface Visitor {
    void visit(int row, double[] inputs, int at, double target, double weight);
  }

  private void forEach(Visitor visitor) {
    int[] row = {0};
    data.forEachPlain(
        rows -> {
          for (int i = 0; i < rows.count(); i++) {
            int at = i * data.inputs();
            visitor.visit(row[0]++, rows.inputs(), at, rows.targets()[i], rows.weights()[i]);
          }
        });
  }
}
