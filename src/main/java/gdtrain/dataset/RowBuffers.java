package gdtrain.dataset;

import gdtrain.compute.Numbers;
import gdtrain.table.BadTable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Room for some rows of a table as numbers, and for the block made of them. */
final class RowBuffers {
  private final RowEncoder encoder;
  private final int count;
  private final PlainRows rows;
  private final double[] inputs;
  private final double[] targets;
  private final double[] weights;
  private Block block;
  private Numbers blockInputs;

  /** For so many rows at once. */
  RowBuffers(RowEncoder encoder, int count) {
    this.encoder = encoder;
    this.count = count;
    this.rows = new PlainRows(count, encoder.inputs(), encoder.outputs());
    this.inputs = rows.inputs();
    this.targets = rows.targets();
    this.weights = rows.weights();
  }

  /** The block of the rows from one on, until the next is read. */
  Block read(int from) {
    plain(from);
    Block made = block();
    blockInputs.write(0, inputs, inputs.length);
    return made;
  }

  /** The block of the rows from one on with the right targets and weights, but not inputs. */
  Block readWithoutInputs(int from) {
    targets(from);
    return block();
  }

  /** The block, whose targets and weights are those of the rows. */
  private Block block() {
    if (block == null) {
      INDArray array = Block.uninitialised(count, encoder.inputs(), Dtype.DOUBLE);
      block = new Block(array, targets, weights);
      blockInputs = new Numbers(array);
    }
    return block;
  }

  /** A block with arrays of its own, and inputs of a type that is wide enough for them. */
  Block copy(int from, Dtype dtype) {
    INDArray array = Block.uninitialised(count, encoder.inputs(), dtype);
    plain(from);
    new Numbers(array).write(0, inputs, inputs.length);
    return new Block(array, targets.clone(), weights.clone());
  }

  /** The rows from one on as plain numbers, until the next are read. */
  PlainRows plain(int from) {
    encoder.inputs(from, count, inputs, 0);
    return targets(from);
  }

  /** The same without inputs. */
  PlainRows targets(int from) {
    encoder.targets(from, count, targets, 0);
    for (int i = 0; i < count; i++) {
      weights[i] = encoder.weight(from + i, targets, i * encoder.outputs());
    }
    return rows;
  }

  /**
   * The same, having encoded all that may be at fault.
   *
   * @throws BadTable for the first row that is
   */
  PlainRows check(int from) {
    try {
      if (!encoder.inputsAlwaysFit()) {
        encoder.inputs(from, count, inputs, 0);
      }
      return targets(from);
    } catch (BadTable fault) {
      for (int i = 0; i < count; i++) { // columns are encoded one after the other: look row by row
        encode(from + i, i);
      }
      throw fault;
    }
  }

  private void encode(int row, int i) {
    int outputs = encoder.outputs();
    encoder.inputs(row, 1, inputs, i * encoder.inputs());
    encoder.targets(row, 1, targets, i * outputs);
    weights[i] = encoder.weight(row, targets, i * outputs);
  }
}
