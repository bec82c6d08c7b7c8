package gdtrain.dataset;

import gdtrain.compute.Numbers;
import gdtrain.table.BadTable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Room for some rows of a table as numbers, and for the block made of them. */
final class RowBuffers {
  private final RowEncoder encoder;
  private final int count;
  private final PlainRows rows;
  private final double[] inputs;
  private final double[] targets;
  private final double[] weights;
  private Block block;
  private Sink sink;

  /** Where the numbers of a block go. */
  private record Sink(Numbers inputs, Numbers targets, Numbers weights) {
    static Sink of(Block block) {
      return new Sink(
          new Numbers(block.inputs()), new Numbers(block.targets()), new Numbers(block.weights()));
    }
  }

  /** For so many rows at once. */
  RowBuffers(RowEncoder encoder, int count) {
    this.encoder = encoder;
    this.count = count;
    this.rows = new PlainRows(count, encoder.inputs(), encoder.outputs());
    this.inputs = rows.inputs();
    this.targets = rows.targets();
    this.weights = rows.weights();
  }

  /** For the rows of a block that is there. */
  RowBuffers(RowEncoder encoder, Block block) {
    this(encoder, block.rows());
    this.block = block;
    this.sink = Sink.of(block);
  }

  /** The block of the rows from one on, until the next is read. */
  Block read(int from) {
    if (block == null) {
      block = empty();
      sink = Sink.of(block);
    }
    plain(from);
    write(sink);
    return block;
  }

  /** The same with arrays of its own. */
  Block copy(int from) {
    Block copy = empty();
    plain(from);
    write(Sink.of(copy));
    return copy;
  }

  /** Picks rows by their numbers. */
  void pick(int[] rows, int from) {
    for (int i = 0; i < count; i++) {
      encode(rows[from + i], i);
    }
    write(sink);
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

  private void write(Sink to) {
    to.inputs.write(0, inputs, inputs.length);
    to.targets.write(0, targets, targets.length);
    to.weights.write(0, weights, weights.length);
  }

  private Block empty() {
    return new Block(array(encoder.inputs()), array(encoder.outputs()), array(1));
  }

  private INDArray array(int columns) {
    return Nd4j.createUninitialized(DataType.DOUBLE, new long[] {count, columns}, 'c');
  }
}
