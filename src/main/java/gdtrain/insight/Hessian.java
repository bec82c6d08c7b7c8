package gdtrain.insight;

import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.network.Network;
import gdtrain.train.Objective;
import gdtrain.train.Regularisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** The matrix of second derivatives of loss and penalty, by its extreme eigenvalues. */
public final class Hessian {
  /** The step of central differences, in sums of inputs: the third root of rounding. */
  private static final double STEP = 6e-6;

  /** The residual of the largest eigenvalue; the relative error is its square. */
  private static final double DIGITS = 1e-6;

  private static final double LOCAL_DIGITS = 1e-3;

  /** The residual of the smallest eigenvalue that leaves no doubt about its sign. */
  private static final double SIGN_DIGITS = 0.1;

  /** How many products a look at a point takes at most. */
  public static final int MOST_PRODUCTS = Lanczos.MOST_STEPS;

  private Hessian() {}

  /**
   * The curvature of a linear model, exact or a bound; smallest and flat are left out for more than
   * 200 inputs, or where they would take more than some 2 seconds.
   *
   * @return empty with hidden layers, or if the curvature of the loss has no bound
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
   * The curvature of a linear model on data as a triangle, possibly scaled differently.
   *
   * @param loss of bounded curvature
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
            DIGITS,
            v -> {
              double[] product = gram.times(v);
              Arrays.setAll(product, i -> most * product[i] + l2[i] * v[i]);
              return product;
            });
    return new Curvature(kind(loss), largest, OptionalDouble.empty(), 0);
  }

  private static Curvature.Kind kind(Loss loss) {
    return loss.quadratic() ? Curvature.Kind.EXACT : Curvature.Kind.BOUND;
  }

  /**
   * The largest curvature at a point: by Lanczos on differences of gradients, {@code H v = (g(w + h
   * v) - g(w - h v)) / 2h}, with h in proportion to 1 over the size of a row, so that sums of
   * inputs change alike in all units. It costs two gradients for every product, mostly 10 to 20.
   *
   * @param data the rows
   * @param objective of these rows, without dropout, whose slope has no jumps
   * @param point where; not changed
   */
  public static Curvature at(
      Dataset data, Objective objective, Regularisation penalty, double[] point) {
    double largest =
        Lanczos.largest(point.length, LOCAL_DIGITS, products(data, objective, penalty, point));
    return new Curvature(Curvature.Kind.LOCAL, largest, OptionalDouble.empty(), 0);
  }

  /**
   * What kind of point this is, by the smallest and the largest curvature there; as {@link #at},
   * with at most {@value #MOST_PRODUCTS} products. Directions along which nothing changes anywhere
   * are left out: probabilities of several classes stay as they are when all raw outputs are
   * raised.
   *
   * @return empty if that many do not tell
   */
  public static Optional<CriticalPoint> critical(
      Dataset data, Objective objective, Regularisation penalty, double[] point) {
    Lanczos.Extremes found =
        Lanczos.extremes(
            point.length,
            raisingAllOutputs(penalty),
            SIGN_DIGITS,
            products(data, objective, penalty, point));
    CriticalPoint critical = CriticalPoint.of(found.smallest(), found.largest(), found.steepest());
    boolean known = critical.kind() == CriticalPoint.Kind.SADDLE || found.isSettled(SIGN_DIGITS);
    return Optional.of(critical).filter(c -> known && Double.isFinite(found.largest()));
  }

  /**
   * For each number that enters the last layer, the change of its weights for all outputs alike.
   */
  private static List<double[]> raisingAllOutputs(Regularisation penalty) {
    Network network = penalty.network();
    int last = network.layers() - 1;
    List<double[]> directions = new ArrayList<>();
    for (int input = 0; input < network.in(last) && network.outputs() > 1; input++) {
      double[] direction = new double[network.parameters()];
      for (int output = 0; output < network.outputs(); output++) {
        direction[network.index(last, input, output)] = 1 / Math.sqrt(network.outputs());
      }
      if (penalty.l2Factors()[network.index(last, input, 0)] == 0) {
        directions.add(direction);
      }
    }
    return directions;
  }

  /** The Hessian at a point, times vectors. */
  private static UnaryOperator<double[]> products(
      Dataset data, Objective objective, Regularisation penalty, double[] point) {
    double h = STEP / Math.sqrt(new Gram(data).trace());
    double[] l2 = penalty.l2Factors();
    return v -> {
      double[] ahead = gradient(objective, point, h, v);
      double[] behind = gradient(objective, point, -h, v);
      Arrays.setAll(ahead, i -> (ahead[i] - behind[i]) / (2 * h) + l2[i] * v[i]);
      return ahead;
    };
  }

  private static double[] gradient(Objective objective, double[] point, double h, double[] v) {
    double[] moved = point.clone();
    Arrays.setAll(moved, i -> point[i] + h * v[i]);
    double[] gradient = new double[point.length];
    objective.lossAndGradient(moved, gradient);
    return gradient;
  }
}
