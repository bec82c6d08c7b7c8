package gdtrain.insight;

import gdtrain.optimizer.UpdateRule;
import java.util.OptionalDouble;

/**
 * The curvature of loss and penalty: the eigenvalues of the Hessian H, or of a matrix above it, in
 * the units of the scaled inputs; {@link Hessian} computes them. An l1 penalty, whose steps are
 * proximal, makes an exact rate a bound.
 *
 * @param kind what the numbers are of
 * @param largest curvature; if it is not above 0, there is no largest stable rate
 * @param smallest curvature above rounding; empty where only the largest was computed
 * @param flat how many directions have no curvature; 0 where only the largest was computed
 */
public record Curvature(Kind kind, double largest, OptionalDouble smallest, int flat) {
  /** What a curvature is of. */
  public enum Kind {
    /** Of H, which is the same everywhere: a linear model with squared loss. */
    EXACT,
    /**
     * Of a matrix that H is nowhere above: a linear model whose loss bends by {@code c} at most,
     * {@code c mean xx' + l2}. The curvature of the loss itself may be much smaller.
     */
    BOUND,
    /** Of H at one point. */
    LOCAL
  }

  /** This curvature as a bound, if it was exact. */
  public Curvature atMost() {
    return kind == Kind.EXACT ? new Curvature(Kind.BOUND, largest, smallest, flat) : this;
  }

  /**
   * The constant rate up to which gradient descent is stable, {@code 2 / largest}; beyond it, the
   * distance along the largest curvature grows with every step. Infinite without curvature.
   */
  public double largestStableRate() {
    return largestStableRate(2);
  }

  /**
   * The largest stable rate of an update rule, {@code stability / largest}; empty if not known.
   * Unless the curvature is the same everywhere, only plain gradient descent is known to be stable:
   * a heavy ball may cycle for ever (Lessard, Recht and Packard 2016, section 4.6).
   */
  public OptionalDouble largestStableRate(UpdateRule rule) {
    OptionalDouble stability =
        kind == Kind.EXACT || rule.proximal() ? rule.stability() : OptionalDouble.empty();
    return stability.isEmpty()
        ? stability
        : OptionalDouble.of(largestStableRate(stability.getAsDouble()));
  }

  private double largestStableRate(double stability) {
    return largest <= 0 ? Double.POSITIVE_INFINITY : stability / largest; // NaN stays NaN
  }

  /** The constant rate that needs the fewest epochs, {@code 2 / (largest + smallest)}. */
  public OptionalDouble bestRate() {
    return smallest.isPresent() && largest > 0
        ? OptionalDouble.of(2 / (largest + smallest.getAsDouble()))
        : OptionalDouble.empty();
  }

  /** {@code largest / smallest}, flat directions aside. */
  public OptionalDouble condition() {
    return smallest.isPresent() && largest > 0
        ? OptionalDouble.of(largest / smallest.getAsDouble())
        : OptionalDouble.empty();
  }
}
