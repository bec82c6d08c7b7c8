package gdtrain.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

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

  /** The targets of all rows, row after row. */
  public double[] targets() {
    return all(Block::targets);
  }

  /** The weights of all rows. */
  public double[] weights() {
    return all(Block::weights);
  }

  private double[] all(Function<Block, INDArray> part) {
    return blocks.stream()
        .map(part)
        .flatMapToDouble(a -> Arrays.stream(a.data().asDouble()))
        .toArray();
  }
}
