package gdtrain.insight;

import java.util.OptionalDouble;

/**
 * What one parameter has to do with the next step.
 *
 * @param index in the flat vector
 * @param value w, which acts on scaled inputs
 * @param gradient g = dobjective/dw, uphill
 * @param next where the run's next epoch brings w; empty if none leads on
 * @param bend {@code s (H s) / 2} with s = next - value and H the Hessian, plus what the kink of an
 *     l1 penalty adds; empty where H is not the same everywhere
 * @param share of this part's {@code |g s|} in the sum of all parts'; empty if that is 0
 */
public record Part(
    int index,
    double value,
    double gradient,
    OptionalDouble next,
    OptionalDouble bend,
    OptionalDouble share) {
  /** What the gradient says about a parameter, to go down. */
  public enum Direction {
    /** The gradient is below 0. */
    RAISE,
    /** The gradient is above 0. */
    LOWER,
    /** The gradient is 0. */
    STAY
  }

  /** What the gradient says. */
  public Direction direction() {
    return gradient < 0 ? Direction.RAISE : gradient > 0 ? Direction.LOWER : Direction.STAY;
  }

  /** {@code s = next - value}. */
  public OptionalDouble step() {
    return next.isEmpty() ? next : OptionalDouble.of(next.getAsDouble() - value);
  }

  /** {@code g s}: what a straight slope makes of the step. */
  public OptionalDouble change() {
    return next.isEmpty() ? next : OptionalDouble.of(gradient * step().getAsDouble());
  }

  /** Whether the step goes uphill, as momentum or a batch of rows may want it. */
  public boolean climbs() {
    return change().orElse(0) > 0;
  }

  /** By this, parts are compared: the size of the change, or of the gradient without a step. */
  double importance() {
    return Math.abs(change().orElse(gradient));
  }

  Part withShareOf(double all) {
    OptionalDouble own =
        all > 0 ? OptionalDouble.of(Math.abs(change().orElse(0)) / all) : OptionalDouble.empty();
    return new Part(index, value, gradient, next, bend, own);
  }
}
