package gdtrain.dataset.encoding;

import gdtrain.compute.Matrix;
import gdtrain.compute.Pool;
import gdtrain.compute.Workers;
import gdtrain.dataset.Block;
import gdtrain.dataset.BlockList;
import gdtrain.dataset.BlockReader;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.Dtype;
import gdtrain.dataset.PlainRows;
import gdtrain.dataset.RowPicker;
import gdtrain.table.BadTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A dataset that is made anew from its table, block by block, whenever it is read. */
final class EncodedRows implements Dataset {
  /** Bytes of one block's inputs and outputs: a share of a core's second-level cache. */
  private static final int BLOCK_BYTES = 512 * 1024;

  private final RowEncoder encoder;
  private final int blockRows;
  private final double totalWeight;
  private final Pool<Reader> readers = new Pool<>(Reader::new);
  private BlockList kept;
  private RowFile file;

  /**
   * @throws BadTable for the first row that cannot be encoded
   */
  EncodedRows(RowEncoder encoder) {
    this.encoder = encoder;
    this.blockRows = blockRows(encoder.inputs(), encoder.outputs());
    this.totalWeight = encoder.alwaysFits() ? encoder.rows() : checkedWeight();
  }

  /** How many rows every block but the last has. */
  static int blockRows(int inputs, int outputs) {
    return Math.max(32, BLOCK_BYTES / (Double.BYTES * (inputs + 2 * outputs)));
  }

  private double checkedWeight() {
    double sum = 0;
    try (Reader reader = open()) {
      for (int index = 0; index < blocks(); index++) {
        PlainRows rows = reader.check(index);
        for (int i = 0; i < rows.count(); i++) {
          sum += rows.weights()[i];
        }
      }
    }
    return sum;
  }

  @Override
  public int rows() {
    return encoder.rows();
  }

  @Override
  public double totalWeight() {
    return totalWeight;
  }

  @Override
  public int inputs() {
    return encoder.inputs();
  }

  @Override
  public boolean hasOffsets() {
    return encoder.hasOffsets();
  }

  @Override
  public int outputs() {
    return encoder.outputs();
  }

  @Override
  public int blocks() {
    return (rows() + blockRows - 1) / blockRows;
  }

  @Override
  public int firstRow(int block) {
    return (int) Math.min((long) block * blockRows, rows());
  }

  private int rows(int block) {
    return firstRow(block + 1) - firstRow(block);
  }

  @Override
  public Reader open() {
    return readers.take();
  }

  @Override
  public Block block(int index) {
    return copy(index, Dtype.DOUBLE);
  }

  private Block copy(int index, Dtype dtype) {
    try (Reader reader = open()) {
      return reader.buffers(index).copy(firstRow(index), dtype);
    }
  }

  @Override
  public Optional<double[][]> factor() {
    return encoder.factor();
  }

  @Override
  public Block row(int index) {
    return new RowBuffers(encoder, 1).copy(index, Dtype.DOUBLE);
  }

  @Override
  public synchronized RowPicker picker(Block into) {
    if (file == null) {
      file = RowFile.of(this, encoder.storage());
    }
    return file.picker(into);
  }

  @Override
  public synchronized Dataset inMemory(Workers workers) {
    if (kept == null && encoder.storage().reserve(bytes())) {
      kept = copy(workers);
    }
    return kept == null ? this : kept;
  }

  @Override
  public synchronized void release() {
    if (kept != null) {
      kept = null;
      encoder.storage().release(bytes());
    }
    if (file != null) {
      file.close();
      file = null;
    }
  }

  /** What all rows take in memory. */
  private long bytes() {
    int input = encoder.dtype() == Dtype.FLOAT ? Float.BYTES : Double.BYTES;
    return (long) rows() * (inputs() * input + (outputs() + (hasOffsets() ? 2 : 1)) * Double.BYTES);
  }

  private BlockList copy(Workers workers) {
    Block[] blocks = new Block[blocks()];
    List<Runnable> tasks =
        IntStream.range(0, blocks.length)
            .mapToObj(i -> (Runnable) () -> blocks[i] = copy(i, encoder.dtype()))
            .toList();
    workers.run(tasks);
    return new BlockList(Arrays.asList(blocks), totalWeight);
  }

  @Override
  public Dataset weighedByClass(double[] factors) {
    return new EncodedRows(encoder.weighedByClass(factors));
  }

  /** Buffers for blocks of all sizes: that of all but the last, and that of the last. */
  private final class Reader implements BlockReader {
    private RowBuffers usual;
    private RowBuffers last;

    @Override
    public Block read(int index) {
      return buffers(index).read(firstRow(index));
    }

    @Override
    public Block readWithoutInputs(int index) {
      return buffers(index).readWithoutInputs(firstRow(index));
    }

    @Override
    public PlainRows readPlain(int index) {
      return buffers(index).plain(firstRow(index));
    }

    @Override
    public PlainRows readTargets(int index) {
      return buffers(index).targets(firstRow(index));
    }

    PlainRows check(int index) {
      return buffers(index).check(firstRow(index));
    }

    private RowBuffers buffers(int index) {
      int rows = rows(index);
      if (rows < blockRows) {
        last = last == null ? new RowBuffers(encoder, rows) : last;
        return last;
      }
      usual = usual == null ? new RowBuffers(encoder, rows) : usual;
      return usual;
    }

    @Override
    public void close() {
      readers.give(this);
    }
  }

  /** The arrays that some rows of a table are encoded into, and the block made of them. */
  private static final class RowBuffers {
    private final RowEncoder encoder;
    private final int count;
    private final PlainRows rows;
    private final double[] inputs;
    private final double[] targets;
    private final double[] weights;
    private final double[] offsets;
    private Block block;

    /** For a number of rows at once. */
    RowBuffers(RowEncoder encoder, int count) {
      this.encoder = encoder;
      this.count = count;
      this.rows = new PlainRows(count, encoder.inputs(), encoder.outputs(), encoder.hasOffsets());
      this.inputs = rows.inputs();
      this.targets = rows.targets();
      this.weights = rows.weights();
      this.offsets = rows.offsets();
    }

    /** The block of the rows from one on, until the next is read. */
    Block read(int from) {
      plain(from);
      Block made = block();
      made.inputs().write(inputs);
      made.inputs().upload();
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
        Matrix matrix = Matrix.uninitialised(count, encoder.inputs());
        block = new Block(matrix, targets, weights, offsets);
      }
      return block;
    }

    /** A block with arrays of its own, and inputs of a type that is wide enough for them. */
    Block copy(int from, Dtype dtype) {
      Matrix matrix = Block.uninitialised(count, encoder.inputs(), dtype);
      plain(from);
      matrix.write(inputs);
      matrix.upload();
      return new Block(matrix, targets.clone(), weights.clone(), offsets.clone());
    }

    /** The rows from one on as plain numbers, until the next are read. */
    PlainRows plain(int from) {
      encoder.inputs(from, count, inputs, 0);
      return targets(from);
    }

    /** The rows from one on with the right targets and weights, but not inputs. */
    PlainRows targets(int from) {
      encoder.targets(from, count, targets, 0);
      for (int i = 0; i < count; i++) {
        weights[i] = encoder.weight(from + i, targets, i * encoder.outputs());
      }
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = encoder.offset(from + i);
      }
      return rows;
    }

    /**
     * The targets and weights of the rows from one on, after encoding all that may be at fault.
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
        for (int i = 0;
            i < count;
            i++) { // columns are encoded one after the other: look row by row
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
      if (offsets.length > 0) {
        offsets[i] = encoder.offset(row);
      }
    }
  }
}
