package gdtrain.insight;

import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.train.Objective;
import gdtrain.train.Regularisation;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How strongly the landscape of loss and penalty bends: the eigenvalues of its Hessian H, or of a
 * matrix above it, in the units of the scaled inputs. An l1 penalty, whose steps are proximal, does
 * not change the rates.
 *
 * @param kind what the numbers are of
 * @param largest curvature; where it is not above 0, there is no longest step
 * @param smallest curvature above rounding; empty where only the largest was computed
 * @param flat how many directions do not bend at all; 0 where only the largest was computed
 */
public record Curvature(Kind kind, double largest, OptionalDouble smallest, int flat) {
  /** What a curvature is of. */
  public enum Kind {
    /** Of H, which is the same everywhere: a linear model with squared loss. */
    EXACT,
    /**
     * Of a matrix that H is nowhere above: a linear model whose loss bends by {@code c} at most,
     * {@code c mean xx' + l2}. The loss itself may be much flatter.
     */
    BOUND,
    /** Of H at one point. */
    LOCAL
  }

  /** The step of central differences over the size of the point: the third root of rounding. */
  private static final double STEP = 6e-6;

  /**
   * The curvature of a linear model, exact or a bound; smallest and flat are left out for more than
   * 200 inputs, or where they would take more than some 2 seconds.
   *
   * @return empty with hidden layers, or if no number bounds how the loss bends
   */
  public static Optional<Curvature> of(Dataset data, Loss loss, Regularisation penalty) {
    if (!penalty.network().hidden().isEmpty() || loss.mostCurvature().isEmpty()) {
      return Optional.empty();
    }
    return Triangle.of(data, penalty.network().intercepts())
        .map(triangle -> of(triangle, loss, penalty))
        .or(() -> Optional.of(wide(data, loss, penalty)));
  }

  /**
   * The curvature of a linear model on data that were made a triangle, and perhaps scaled anew.
   *
   * @param loss whose curvature has a bound
   */
  public static Curvature of(Triangle triangle, Loss loss, Regularisation penalty) {
    double most = loss.mostCurvature().orElseThrow();
    Spectrum spectrum = Spectrum.of(triangle.inputs(penalty.l2() / most));
    return new Curvature(
        kind(loss),
        most * spectrum.largest(),
        OptionalDouble.of(most * spectrum.smallest()),
        spectrum.flat());
  }

  private static Curvature wide(Dataset data, Loss loss, Regularisation penalty) {
    Gram gram = new Gram(data);
    double most = loss.mostCurvature().orElseThrow();
    double[] l2 = penalty.l2Factors(); // the first output's come first
    double largest =
        Lanczos.largest(
            penalty.network().inputs(),
            v -> {
              double[] product = gram.times(v);
              Arrays.setAll(product, i -> most * product[i] + l2[i] * v[i]);
              return product;
            });
    return new Curvature(kind(loss), largest, OptionalDouble.empty(), 0);
  }

  private static Kind kind(Loss loss) {
    return loss.quadratic() ? Kind.EXACT : Kind.BOUND;
  }

  /**
   * The largest curvature at a point: by Lanczos on differences of gradients, {@code H v = (g(w + h
   * v) - g(w - h v)) / 2h}. It costs two gradients for every product, mostly 20 to 100.
   *
   * @param objective of all rows, without units left out, whose slope has no jumps
   * @param point where; not changed
   */
  public static Curvature at(Objective objective, Regularisation penalty, double[] point) {
    double h = STEP * Math.max(1, Columns.norm(0, point, 0, point.length));
    double[] l2 = penalty.l2Factors();
    double largest =
        Lanczos.largest(
            point.length,
            v -> {
              double[] ahead = gradient(objective, point, h, v);
              double[] behind = gradient(objective, point, -h, v);
              Arrays.setAll(ahead, i -> (ahead[i] - behind[i]) / (2 * h) + l2[i] * v[i]);
              return ahead;
            });
    return new Curvature(Kind.LOCAL, largest, OptionalDouble.empty(), 0);
  }

  private static double[] gradient(Objective objective, double[] point, double h, double[] v) {
    double[] moved = point.clone();
    Arrays.setAll(moved, i -> point[i] + h * v[i]);
    double[] gradient = new double[point.length];
    objective.lossAndGradient(moved, gradient);
    return gradient;
  }

  /**
   * The rate up to which gradient descent at a constant rate goes down, {@code 2 / largest}; beyond
   * it, the way along the largest curvature grows from step to step. Infinite where nothing bends.
   */
  public double largestStableRate() {
    return largestStableRate(0);
  }

  /**
   * The same for the heavy ball, {@code 2 (1 + beta) / largest} (Polyak 1964).
   *
   * @param beta share of the speed that is kept, from 0 to below 1
   */
  public double largestStableRate(double beta) {
    return largest > 0 ? 2 * (1 + beta) / largest : Double.POSITIVE_INFINITY;
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

  /**
   * The epochs that gradient descent over all rows needs at a constant rate, to bring what the loss
   * is above its minimum down to a share of what it was at the start. A step of length r multiplies
   * what is left along a direction of curvature k by {@code 1 - r k}, and the loss by its square:
   *
   * <pre>
   *   epochs = log share / (2 log max(|1 - rate smallest|, |1 - rate largest|))
   * </pre>
   *
   * <p>Enough from every start if the curvature is exact; if it is a bound, they may be too few,
   * and infinitely many needed.
   *
   * @param share between 0 and 1
   * @return empty if it never gets there, or the smallest curvature is not known
   */
  public OptionalDouble epochs(double rate, double share) {
    if (!(rate < largestStableRate()) || smallest.isEmpty() || largest == 0) {
      return OptionalDouble.empty();
    }
    double slowest =
        Math.max(
            Math.log1p(-Math.min(1, rate * smallest.getAsDouble())), // keeps tiny shares
            Math.log(Math.abs(1 - rate * largest)));
    return OptionalDouble.of(Math.max(1, Math.ceil(Math.log(share) / (2 * slowest))));
  }
}
