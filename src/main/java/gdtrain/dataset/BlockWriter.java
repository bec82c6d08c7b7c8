package gdtrain.dataset;

import gdtrain.table.Table;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Encodes the rows of a table, block by block, straight into the arrays of the dataset. */
final class BlockWriter {
  /**
   * Bytes of one block's inputs and outputs: a share of the second-level cache of today's cores.
   */
  private static final int BLOCK_BYTES = 512 * 1024;

  private final Table table;
  private final RowEncoder encoder;
  private final double[] row;
  private final double[] target;
  private double totalWeight;

  BlockWriter(Schema schema, Table table, boolean withTargets) {
    this.table = table;
    this.encoder = new RowEncoder(schema, table, withTargets);
    this.row = new double[schema.inputs()];
    this.target = new double[schema.target().outputs()];
    if (schema.intercept()) {
      row[row.length - 1] = 1; // where the encoder never writes
    }
  }

  Dataset write() {
    List<Block> blocks = new ArrayList<>();
    int blockRows = Math.max(32, BLOCK_BYTES / (Double.BYTES * (row.length + 2 * target.length)));
    for (int from = 0; from < table.rows(); from += blockRows) {
      blocks.add(block(from, Math.min(from + blockRows, table.rows())));
    }
    return new Dataset(blocks, table.rows(), totalWeight);
  }

  private Block block(int from, int to) {
    INDArray inputs = array(to - from, row.length);
    INDArray targets = array(to - from, target.length);
    INDArray weights = array(to - from, 1);
    DoubleBuffer inputValues = inputs.data().asNioDouble();
    DoubleBuffer targetValues = targets.data().asNioDouble();
    DoubleBuffer weightValues = weights.data().asNioDouble();
    for (int i = from; i < to; i++) {
      encoder.inputs(i, row, 0);
      inputValues.put(row);
      Arrays.fill(target, 0);
      encoder.targets(i, target, 0);
      targetValues.put(target);
      double weight = encoder.weight(i);
      weightValues.put(weight);
      totalWeight += weight;
    }
    return new Block(inputs, targets, weights);
  }

  private static INDArray array(int rows, int columns) {
    return Nd4j.createUninitialized(DataType.DOUBLE, new long[] {rows, columns}, 'c');
  }
}
