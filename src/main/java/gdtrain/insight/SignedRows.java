package gdtrain.insight;

import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataBuffer;

/**
 * Rows times their class as a sign: a hyperplane has one on the right side if its product with it
 * is > 0.
 */
final class SignedRows {
  private SignedRows() {}

  /**
   * Every so-manieth row of each block, if its weight is not 0.
   *
   * @param column of the class in the targets
   */
  static List<double[]> of(Dataset data, int column, int step) {
    List<double[]> rows = new ArrayList<>();
    data.forEach(block -> add(block, column, step, rows));
    return rows;
  }

  private static void add(Block block, int column, int step, List<double[]> rows) {
    DataBuffer weights = block.weights().data();
    DataBuffer targets = block.targets().data();
    for (int i = 0; i < block.rows(); i += step) {
      if (weights.getDouble(i) > 0) {
        boolean own = targets.getDouble((long) i * block.targets().columns() + column) > 0.5;
        rows.add(signed(block, i, own ? 1 : -1));
      }
    }
  }

  private static double[] signed(Block block, int row, int sign) {
    DataBuffer inputs = block.inputs().data();
    double[] signed = new double[block.inputs().columns()];
    for (int j = 0; j < signed.length; j++) {
      signed[j] = sign * inputs.getDouble((long) row * signed.length + j);
    }
    return signed;
  }
}
