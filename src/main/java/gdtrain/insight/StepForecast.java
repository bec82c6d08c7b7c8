package gdtrain.insight;

import static java.util.Comparator.comparingDouble;

import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.train.Problem;
import gdtrain.train.Regularisation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What the gradient predicts of a run's next step, parameter by parameter:
 *
 * <pre>
 *   f(w + s) - f(w) = sum_i g_i s_i + sum_i s_i (H s)_i / 2
 * </pre>
 *
 * <p>with f the objective, g its gradient and H its Hessian. It is exact for a linear model under
 * squared loss, whose H is the same everywhere; else the second sum is left out.
 *
 * @param here where the run stands
 * @param next where its next epoch ends; empty if the run ends here
 * @param parts in the order of the flat vector; objective and slopes in the unit of the target's
 *     column
 */
public record StepForecast(Iterate here, Optional<Iterate> next, List<Component> parts) {
  /** Copies the parts. */
  public StepForecast {
    parts = List.copyOf(parts);
  }

  /**
   * Predicts the step.
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
    List<Component> parts =
        IntStream.range(0, point.length)
            .mapToObj(
                i ->
                    new Component(
                        i,
                        point[i],
                        problem.unit() * gradient[i],
                        number(next.map(n -> n.flat()[i])),
                        number(bends.map(b -> problem.unit() * b[i])),
                        OptionalDouble.empty()))
            .toList();
    return new StepForecast(here, next, shared(parts));
  }

  private static List<Component> shared(List<Component> parts) {
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

  /** {@code sum g s}; empty if there is no next step. */
  public OptionalDouble slopeChange() {
    return sum(parts.stream().map(Component::change).toList());
  }

  /** {@code sum s (H s) / 2}, where it is exact. */
  public OptionalDouble bend() {
    return sum(parts.stream().map(Component::bend).toList());
  }

  /** The predicted change of the objective: slope, and bend where exact. */
  public OptionalDouble predicted() {
    return next.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(slopeChange().getAsDouble() + bend().orElse(0));
  }

  /** The measured change of the objective. */
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

  /** The parts, those with the largest change first, or gradient where there is no next step. */
  public List<Component> byImportance() {
    return parts.stream().sorted(comparingDouble(Component::importance).reversed()).toList();
  }

  /**
   * One parameter's part in the next step.
   *
   * @param index in the flat vector
   * @param value w, which acts on scaled inputs
   * @param gradient g = dobjective/dw, uphill
   * @param next where the run's next epoch brings w; empty if the run ends here
   * @param bend {@code s (H s) / 2} with s = next - value and H the Hessian, plus what the kink of
   *     an l1 penalty adds; empty where H is not the same everywhere
   * @param share of this {@code |g s|} in the sum over all parameters; empty if that is 0
   */
  public record Component(
      int index,
      double value,
      double gradient,
      OptionalDouble next,
      OptionalDouble bend,
      OptionalDouble share) {
    /** Where a parameter should go to lower the objective, by its gradient. */
    public enum Direction {
      /** The gradient is below 0. */
      RAISE,
      /** The gradient is above 0. */
      LOWER,
      /** The gradient is 0. */
      STAY;

      /** Against a slope. */
      public static Direction against(double slope) {
        return slope < 0 ? RAISE : slope > 0 ? LOWER : STAY;
      }

      /** The direction as a word. */
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /** Where the parameter should go. */
    public Direction direction() {
      return Direction.against(gradient);
    }

    /** {@code s = next - value}. */
    public OptionalDouble step() {
      return next.isEmpty() ? next : OptionalDouble.of(next.getAsDouble() - value);
    }

    /** {@code g s}: the first-order change of the objective. */
    public OptionalDouble change() {
      return next.isEmpty() ? next : OptionalDouble.of(gradient * step().getAsDouble());
    }

    /** Whether the step goes uphill, as it may with momentum or mini-batches. */
    public boolean climbs() {
      return change().orElse(0) > 0;
    }

    /** The size of the change, or of the gradient where there is no step. */
    double importance() {
      return Math.abs(change().orElse(gradient));
    }

    Component withShareOf(double all) {
      OptionalDouble own =
          all > 0 ? OptionalDouble.of(Math.abs(change().orElse(0)) / all) : OptionalDouble.empty();
      return new Component(index, value, gradient, next, bend, own);
    }
  }
}
