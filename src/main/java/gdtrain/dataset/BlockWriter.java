package gdtrain.dataset;

import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/** Encodes the rows of a table block by block. */
final class BlockWriter {
  /**
   * Bytes of one block's inputs and outputs: a share of the second-level cache of today's cores.
   */
  private static final int BLOCK_BYTES = 512 * 1024;

  private final Schema schema;
  private final Table table;
  private final RowEncoder encoder;
  private final int inputs;
  private final int outputs;
  private double totalWeight;

  BlockWriter(Schema schema, Table table, boolean withTargets) {
    this.schema = schema;
    this.table = table;
    this.encoder = new RowEncoder(schema, table, withTargets);
    this.inputs = schema.inputs();
    this.outputs = schema.target().outputs();
  }

  Dataset write() {
    List<Block> blocks = new ArrayList<>();
    int blockRows = Math.max(32, BLOCK_BYTES / (Double.BYTES * (inputs + 2 * outputs)));
    for (int from = 0; from < table.rows(); from += blockRows) {
      blocks.add(block(from, Math.min(from + blockRows, table.rows())));
    }
    return new Dataset(blocks, table.rows(), totalWeight);
  }

  private Block block(int from, int to) {
    int rows = to - from;
    double[] inputValues = new double[rows * inputs];
    double[] targetValues = new double[rows * outputs];
    double[] weights = new double[rows];
    if (schema.intercept()) {
      Arrays.setAll(inputValues, i -> i % inputs == inputs - 1 ? 1 : 0);
    }
    for (int i = 0; i < rows; i++) {
      encoder.inputs(from + i, inputValues, i * inputs);
      encoder.targets(from + i, targetValues, i * outputs);
      weights[i] = encoder.weight(from + i);
      totalWeight += weights[i];
    }
    return new Block(
        Nd4j.create(inputValues, new long[] {rows, inputs}, 'c'),
        Nd4j.create(targetValues, new long[] {rows, outputs}, 'c'),
        Nd4j.create(weights, new long[] {rows, 1}, 'c'));
  }
}
