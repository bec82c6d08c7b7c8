package gdtrain.insight;

import java.util.List;

/**
 * One row on its way through a network and back, with all numbers; slopes are of the row's loss in
 * the unit of the target's column.
 *
 * @param layers first to last
 * @param verdict what the loss says
 * @param weight of the row
 * @param totalWeight of all rows
 */
public record RowTrace(
    List<LayerTrace> layers, RowLoss verdict, double weight, double totalWeight) {
  /** Copies the layers. */
  public RowTrace {
    layers = List.copyOf(layers);
  }

  /** The row's share in the mean over all rows. */
  public double share() {
    return weight / totalWeight;
  }
}
