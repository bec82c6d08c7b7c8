package gdtrain.dataset;

import java.util.List;

/**
 * Rows as numbers, cut into blocks whose size depends on the data only.
 *
 * @param blocks in row order
 * @param rows in all
 * @param totalWeight the sum of the row weights
 * @param targetMeans the weighted mean of every target column
 */
public record Dataset(List<Block> blocks, int rows, double totalWeight, List<Double> targetMeans) {
  /** Copies the lists. */
  public Dataset {
    blocks = List.copyOf(blocks);
    targetMeans = List.copyOf(targetMeans);
  }
}
