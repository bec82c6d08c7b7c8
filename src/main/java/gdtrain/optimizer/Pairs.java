package gdtrain.optimizer;

import gdtrain.compute.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * The last few moves s and the changes y of the gradient along them, and the direction they give.
 *
 * <p>A pair counts only if {@code s'y} is above the rounding of {@code y'y}: the curvature must be
 * positive for the direction to lead down.
 */
final class Pairs {
  private static final double ROUNDING = Math.ulp(1.0);
  private final double[][] s;
  private final double[][] y;
  private final double[] rho;
  private final double[] count = {0};

  /**
   * None yet.
   *
   * @param most how many are kept
   */
  Pairs(int most, int parameters) {
    this.s = new double[most][parameters];
    this.y = new double[most][parameters];
    this.rho = new double[most];
  }

  /** Takes in the way between two measured points; the oldest pair may leave for it. */
  void learn(Point here, Point there) {
    StepCurvature way = StepCurvature.between(1, here, there);
    if (!(way.curvature() > ROUNDING * way.squaredChange())) {
      return;
    }
    int at = slot(count[0]);
    Vectors.subtract(there.parameters(), here.parameters(), s[at]);
    Vectors.subtract(there.gradient(), here.gradient(), y[at]);
    rho[at] = 1 / way.curvature();
    count[0]++;
  }

  void forget() {
    count[0] = 0;
  }

  boolean isEmpty() {
    return count[0] == 0;
  }

  /**
   * {@code d = -H g}: Nocedal and Wright 2006, algorithm 7.4, from the multiple of the identity of
   * their equation 7.20.
   */
  void direct(double[] g, double[] d) {
    double[] alpha = new double[rho.length];
    double oldest = Math.max(0, count[0] - rho.length);
    Vectors.copy(g, d);
    Vectors.scale(-1, d);
    for (double k = count[0] - 1; k >= oldest; k--) {
      int i = slot(k);
      alpha[i] = rho[i] * Vectors.dot(s[i], d);
      Vectors.add(-alpha[i], y[i], d);
    }
    if (!isEmpty()) {
      int newest = slot(count[0] - 1);
      Vectors.scale(1 / (rho[newest] * Vectors.dot(y[newest], y[newest])), d);
    }
    for (double k = oldest; k < count[0]; k++) {
      int i = slot(k);
      Vectors.add(alpha[i] - rho[i] * Vectors.dot(y[i], d), s[i], d);
    }
  }

  private int slot(double k) {
    return (int) (k % rho.length);
  }

  /** The arrays of its state, not copies. */
  List<double[]> memory() {
    List<double[]> memory = new ArrayList<>(List.of(s));
    memory.addAll(List.of(y));
    memory.addAll(List.of(rho, count));
    return List.copyOf(memory);
  }
}
