package gdtrain.train;

import gdtrain.choice.InvalidSetting;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * When to stop.
 *
 * @param epochs most steps, at least 0
 * @param tolerance stop when the estimated distance to the minimum is at most this share of the
 *     weights' norm; 0 for never
 * @param seconds most wall-clock time
 * @param patience most epochs without a new lowest validation loss
 */
public record Limits(int epochs, double tolerance, OptionalDouble seconds, OptionalInt patience) {
  /** Checks the numbers. */
  public Limits {
    if (epochs < 0) {
      throw new InvalidSetting("⟦epochs⟧ must be 0 or more, not " + epochs);
    }
    if (!(tolerance >= 0)) {
      throw new InvalidSetting("⟦tolerance⟧ must be 0 or more, not " + tolerance);
    }
    if (seconds.isPresent() && !(seconds.getAsDouble() > 0)) {
      throw new InvalidSetting("⟦time-limit⟧ must be above 0 seconds");
    }
    if (patience.isPresent() && patience.getAsInt() < 1) {
      throw new InvalidSetting("⟦patience⟧ must be 1 epoch or more");
    }
  }

  /** These limits with another maximum number of epochs. */
  public Limits withEpochs(int most) {
    return new Limits(most, tolerance, seconds, patience);
  }
}
