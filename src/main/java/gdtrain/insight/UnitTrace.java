package gdtrain.insight;

import java.util.List;

/**
 * One unit of a layer, and the chain rule through it for one row.
 *
 * @param weights of its inputs
 * @param sum of weight times input, first to last
 * @param derivative f'(sum) of the activation f; 1 in the last layer
 * @param value f(sum)
 * @param behind dloss/dvalue: the sum over the units behind of slope times weight; in the last
 *     layer dloss/draw
 */
public record UnitTrace(
    List<Double> weights, double sum, double derivative, double value, double behind) {
  /** Copies the weights. */
  public UnitTrace {
    weights = List.copyOf(weights);
  }

  /** {@code dloss/dsum = dloss/dvalue f'(sum)}. */
  public double slope() {
    return behind * derivative;
  }
}
