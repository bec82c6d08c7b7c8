package gdtrain.network;

import gdtrain.choice.InvalidSetting;
import java.util.OptionalDouble;

/**
 * A hidden layer.
 *
 * @param units how many numbers leave it
 * @param activation what is applied to each weighted sum
 * @param l2 factor of half the sum of its squared weights, if it is not that of the whole network
 * @param dropout share of its units that each training step leaves out, at least 0 and below 1
 */
public record Layer(int units, Activation activation, OptionalDouble l2, double dropout) {
  /** Checks the numbers. */
  public Layer {
    if (units < 1) {
      throw new InvalidSetting("a hidden layer has 1 unit or more, not " + units);
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new InvalidSetting("dropout must be at least 0 and below 1, not " + dropout);
    }
    if (l2.isPresent() && !(l2.getAsDouble() >= 0 && l2.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw new InvalidSetting("a layer's l2 must be a number of 0 or more");
    }
  }

  /** Units and activation, such as {@code 16 tanh}. */
  public String description() {
    return units + " " + activation.name();
  }

  /** A layer without settings of its own. */
  public Layer(int units, Activation activation) {
    this(units, activation, OptionalDouble.empty(), 0);
  }
}
