package gdtrain.dataset;

import gdtrain.table.BadTable;

/** Room for some rows of a table as numbers, and for the block made of them. */
final class RowBuffers {
  private final RowEncoder encoder;
  private final int count;
  private final PlainRows rows;
  private final double[] inputs;
  private final double[] targets;
  private final double[] weights;
  private Block block;
  private BlockNumbers sink;

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
    sink().write(rows);
    return block;
  }

  /** The same with inputs that mean nothing. */
  Block readWithoutInputs(int from) {
    targets(from);
    sink().writeTargets(rows);
    return block;
  }

  private BlockNumbers sink() {
    if (block == null) {
      block = Block.empty(count, encoder.inputs(), encoder.outputs());
      sink = new BlockNumbers(block);
    }
    return sink;
  }

  /** The same with arrays of its own, and inputs of a type that is wide enough for them. */
  Block copy(int from, Dtype dtype) {
    Block copy = Block.empty(count, encoder.inputs(), encoder.outputs(), dtype);
    plain(from);
    new BlockNumbers(copy).write(rows);
    return copy;
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
