package gdtrain.insight;

import java.util.List;

/**
 * What the loss says of one row, heights in the unit of the target's column.
 *
 * @param raw what the network gives
 * @param predictions what the link makes of it: numbers in the column's unit, or probabilities
 * @param targets what they should be
 * @param loss of the row, its weight aside
 * @param slopes dloss/draw
 * @param slope of the loss with respect to the {@link Truth}
 */
public record RowLoss(
    List<Double> raw,
    List<Double> predictions,
    List<Double> targets,
    double loss,
    List<Double> slopes,
    double slope) {
  /** Copies the lists. */
  public RowLoss {
    raw = List.copyOf(raw);
    predictions = List.copyOf(predictions);
    targets = List.copyOf(targets);
    slopes = List.copyOf(slopes);
  }
}
