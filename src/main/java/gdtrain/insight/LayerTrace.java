package gdtrain.insight;

import java.util.List;

/**
 * One layer, and the chain rule through it for one row.
 *
 * @param activation its name; {@code identity} for the last layer
 * @param inputs what enters, the constant 1 last if there is one
 * @param units what leaves
 */
public record LayerTrace(String activation, List<Double> inputs, List<UnitTrace> units) {
  /** Copies the lists. */
  public LayerTrace {
    inputs = List.copyOf(inputs);
    units = List.copyOf(units);
  }

  /** {@code weight input}. */
  public double product(int unit, int input) {
    return units.get(unit).weights().get(input) * inputs.get(input);
  }

  /** {@code dloss/dweight = dloss/dsum input}. */
  public double gradient(int unit, int input) {
    return units.get(unit).slope() * inputs.get(input);
  }
}
