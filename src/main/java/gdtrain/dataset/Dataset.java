package gdtrain.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows as numbers, cut into blocks whose size depends on the data only.
 *
 * @param blocks in row order
 * @param rows in all
 * @param totalWeight the sum of the row weights
 */
public record Dataset(List<Block> blocks, int rows, double totalWeight) {
  /** Copies the list. */
  public Dataset {
    blocks = List.copyOf(blocks);
  }

  /** The targets of all rows, row after row. */
  public double[] targets() {
    return all(Block::targets);
  }

  /** The class of every row, where the targets are classes: one output for two, else one each. */
  public int[] labels() {
    double[] targets = targets();
    int outputs = targets.length / rows;
    return IntStream.range(0, rows).map(row -> label(targets, row, outputs)).toArray();
  }

  private static int label(double[] targets, int row, int outputs) {
    if (outputs == 1) {
      return (int) targets[row];
    }
    int label = 0;
    while (targets[row * outputs + label] == 0) {
      label++;
    }
    return label;
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
