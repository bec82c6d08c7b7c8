package gdtrain.dataset;

import gdtrain.compute.Pool;
import gdtrain.compute.Workers;
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
   * @throws BadTable if a row cannot be encoded: the first that cannot
   */
  EncodedRows(RowEncoder encoder) {
    int width = encoder.inputs() + 2 * encoder.outputs();
    this.encoder = encoder;
    this.blockRows = Math.max(32, BLOCK_BYTES / (Double.BYTES * width));
    this.totalWeight = encoder.alwaysFits() ? encoder.rows() : checkedWeight();
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
    try (Reader reader = open()) {
      return reader.buffers(index).copy(firstRow(index), Dtype.DOUBLE);
    }
  }

  private Block kept(int index) {
    try (Reader reader = open()) {
      return reader.buffers(index).copy(firstRow(index), encoder.dtype());
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
    return (long) rows() * (inputs() * input + (outputs() + 1) * Double.BYTES);
  }

  private BlockList copy(Workers workers) {
    Block[] blocks = new Block[blocks()];
    List<Runnable> tasks =
        IntStream.range(0, blocks.length)
            .mapToObj(i -> (Runnable) () -> blocks[i] = kept(i))
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
}
