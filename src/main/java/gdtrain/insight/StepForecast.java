package gdtrain.insight;

import static java.util.Comparator.comparingDouble;

import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.train.Problem;
import gdtrain.train.Regularisation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What the gradient tells about a run's next step, parameter by parameter:
 *
 * <pre>
 *   f(w + s) - f(w) = sum_i g_i s_i + sum_i s_i (H s)_i / 2
 * </pre>
 *
 * <p>with f the objective, g its gradient and H its Hessian. It is exact for a linear model under
 * squared loss, whose H is the same everywhere; else the second sum is left out.
 *
 * @param here where the run stands
 * @param next where its next epoch ends; empty if none leads on
 * @param parts in the order of the flat vector; heights and slopes in the unit of the target's
 *     column
 */
public record StepForecast(Iterate here, Optional<Iterate> next, List<Part> parts) {
  /** Copies the parts. */
  public StepForecast {
    parts = List.copyOf(parts);
  }

  /**
   * Looks ahead.
   *
   * @param data the rows of the problem
   * @param loss of the problem
   */
  public static StepForecast of(
      Problem problem, Dataset data, Loss loss, Iterate here, Optional<Iterate> next) {
    double[] point = here.flat();
    double[] gradient = new double[point.length];
    problem.objective().lossAndGradient(point, gradient);
    boolean exact = problem.regularisation().network().hidden().isEmpty() && loss.quadratic();
    Optional<double[]> bends =
        next.filter(n -> exact).map(n -> bends(problem, data, point, gradient, n.flat()));
    List<Part> parts =
        IntStream.range(0, point.length)
            .mapToObj(
                i ->
                    new Part(
                        i,
                        point[i],
                        problem.unit() * gradient[i],
                        number(next.map(n -> n.parameters().get(i))),
                        number(bends.map(b -> problem.unit() * b[i])),
                        OptionalDouble.empty()))
            .toList();
    return new StepForecast(here, next, shared(parts));
  }

  private static List<Part> shared(List<Part> parts) {
    double all = parts.stream().mapToDouble(part -> Math.abs(part.change().orElse(0))).sum();
    return parts.stream().map(part -> part.withShareOf(all)).toList();
  }

  private static OptionalDouble number(Optional<Double> number) {
    return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
  }

  /** {@code s (H s) / 2} with {@code H s = 2 X'W X s / total weight} of the rows. */
  private static double[] bends(
      Problem problem, Dataset data, double[] point, double[] gradient, double[] next) {
    Regularisation regularisation = problem.regularisation();
    double[] penaltySlopes = new double[point.length];
    problem.training().lossAndGradient(point, penaltySlopes);
    double[] step = new double[point.length];
    for (int i = 0; i < step.length; i++) {
      step[i] = next[i] - point[i];
      penaltySlopes[i] = gradient[i] - penaltySlopes[i];
    }
    double[] bends = regularisation.bends(point, penaltySlopes, step);
    double[] along = new Gram(data).times(step);
    for (int i = 0; i < step.length; i++) {
      bends[i] += step[i] * along[i];
    }
    return bends;
  }

  /** {@code sum g s}; empty if no step leads on. */
  public OptionalDouble slopeChange() {
    return sum(parts.stream().map(Part::change).toList());
  }

  /** {@code sum s (H s) / 2}, where it is exact. */
  public OptionalDouble bend() {
    return sum(parts.stream().map(Part::bend).toList());
  }

  /** The change of the objective as far as it can be foretold: slope, and bend where exact. */
  public OptionalDouble predicted() {
    return next.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(slopeChange().getAsDouble() + bend().orElse(0));
  }

  /** The change of the objective as it came. */
  public OptionalDouble measured() {
    return next.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(next.get().epoch().objective() - here.epoch().objective());
  }

  private static OptionalDouble sum(List<OptionalDouble> terms) {
    return terms.stream().allMatch(OptionalDouble::isPresent)
        ? OptionalDouble.of(terms.stream().mapToDouble(OptionalDouble::getAsDouble).sum())
        : OptionalDouble.empty();
  }

  /** The parts, those with the largest change first, or gradient where no step leads on. */
  public List<Part> byImportance() {
    return parts.stream().sorted(comparingDouble(Part::importance).reversed()).toList();
  }
}
