package gdtrain.insight;

import java.util.List;

/**
 * One row on its way through a network and back, with all numbers; slopes are of the row's loss in
 * the unit of the target's column.
 *
 * @param layers first to last
 * @param loss of the row, and its slopes
 * @param weight of the row
 * @param totalWeight of all rows
 * @param offset that the sum of the last layer has added to it; 0 where there is none
 */
public record RowTrace(
    List<Layer> layers, RowLoss loss, double weight, double totalWeight, double offset) {
  /** Copies the layers. */
  public RowTrace {
    layers = List.copyOf(layers);
  }

  /** The row's share in the mean over all rows. */
  public double share() {
    return weight / totalWeight;
  }

  /**
   * One layer, and the chain rule through it for one row.
   *
   * @param activation its name; {@code identity} for the last layer
   * @param inputs what enters, the constant 1 last if there is one
   * @param units what leaves
   */
  public record Layer(String activation, List<Double> inputs, List<Unit> units) {
    /** Copies the lists. */
    public Layer {
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

  /**
   * One unit of a layer, and the chain rule through it for one row.
   *
   * @param weights of its inputs
   * @param sum of weight times input, first to last
   * @param derivative f'(sum) of the activation f; 1 in the last layer
   * @param value f(sum)
   * @param behind dloss/dvalue: the sum over the units of the next layer of slope times weight; in
   *     the last layer dloss/draw
   */
  public record Unit(
      List<Double> weights, double sum, double derivative, double value, double behind) {
    /** Copies the weights. */
    public Unit {
      weights = List.copyOf(weights);
    }

    /** {@code dloss/dsum = dloss/dvalue f'(sum)}. */
    public double slope() {
      return behind * derivative;
    }
  }
}
