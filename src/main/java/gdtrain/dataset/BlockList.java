package gdtrain.dataset;

import gdtrain.compute.Kernel;
import gdtrain.compute.Matrix;
import gdtrain.compute.Pool;
import gdtrain.compute.RowGather;
import gdtrain.compute.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A dataset whose blocks lie in memory, with inputs of doubles or floats. */
public final class BlockList implements Dataset {
  private final List<Block> blocks;
  private final int[] firstRows;
  private final double totalWeight;
  private final Pool<Reader> readers = new Pool<>(Reader::new);

  /**
   * @param blocks in row order, at least one
   * @param totalWeight the sum of the row weights
   */
  public BlockList(List<Block> blocks, double totalWeight) {
    this.blocks = List.copyOf(blocks);
    this.totalWeight = totalWeight;
    this.firstRows = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      firstRows[i + 1] = firstRows[i] + blocks.get(i).rows();
    }
  }

  @Override
  public int rows() {
    return firstRows[blocks.size()];
  }

  @Override
  public double totalWeight() {
    return totalWeight;
  }

  @Override
  public int inputs() {
    return blocks.get(0).inputs().columns();
  }

  @Override
  public int outputs() {
    return blocks.get(0).outputs();
  }

  @Override
  public boolean hasOffsets() {
    return blocks.get(0).offsets().length > 0;
  }

  @Override
  public int blocks() {
    return blocks.size();
  }

  @Override
  public int firstRow(int block) {
    return firstRows[block];
  }

  @Override
  public Block block(int index) {
    Block block = blocks.get(index);
    return block.isNarrow() ? new DoubleCopies().of(block) : block;
  }

  @Override
  public BlockReader open() {
    return readers.take();
  }

  @Override
  public Block row(int index) {
    Block row = Block.empty(1, this);
    picker(row).copy(new int[] {index}, 0);
    return row;
  }

  @Override
  public RowPicker picker(Block into) {
    RowGather inputs = new RowGather(blocks.stream().map(Block::inputs).toList());
    return (rows, from) -> {
      inputs.copy(rows, from, into.rows(), into.inputs());
      into.inputs().upload();
      for (int i = 0; i < into.rows(); i++) {
        copyTarget(rows[from + i], i, into);
      }
    };
  }

  private void copyTarget(int row, int i, Block into) {
    int found = Arrays.binarySearch(firstRows, row);
    int index = found >= 0 ? found : -found - 2;
    Block block = blocks.get(index);
    int at = row - firstRows[index];
    int outputs = block.outputs();
    System.arraycopy(block.targets(), at * outputs, into.targets(), i * outputs, outputs);
    into.weights()[i] = block.weights()[at];
    if (into.offsets().length > 0) {
      into.offsets()[i] = block.offsets()[at];
    }
  }

  @Override
  public Dataset inMemory(Workers workers) {
    return this;
  }

  @Override
  public void release() {
    // nothing was reserved for them
  }

  @Override
  public Dataset weighedByClass(double[] factors) {
    List<Block> weighed = new ArrayList<>();
    double total = 0;
    try (BlockReader reader = open()) {
      for (int index = 0; index < blocks.size(); index++) {
        PlainRows rows = reader.readTargets(index);
        double[] weights = new double[rows.count()];
        for (int i = 0; i < weights.length; i++) {
          weights[i] = rows.weights()[i] * factors[rows.label(i)];
          total += weights[i];
        }
        Block block = blocks.get(index);
        weighed.add(new Block(block.inputs(), block.targets(), weights, block.offsets()));
      }
    }
    return new BlockList(weighed, total);
  }

  /**
   * Gives out the blocks themselves, copies only of inputs that are floats or wanted as plain
   * numbers.
   */
  private final class Reader implements BlockReader {
    private final DoubleCopies doubles = new DoubleCopies();
    private double[] inputs = {};

    @Override
    public Block read(int index) {
      Block block = blocks.get(index);
      return block.isNarrow() ? doubles.of(block) : block;
    }

    @Override
    public Block readWithoutInputs(int index) {
      return read(index);
    }

    @Override
    public PlainRows readPlain(int index) {
      PlainRows rows = readTargets(index);
      blocks.get(index).inputs().read(inputs);
      return rows;
    }

    @Override
    public PlainRows readTargets(int index) {
      Block block = blocks.get(index);
      int length = block.rows() * inputs();
      inputs = inputs.length == length ? inputs : new double[length];
      return new PlainRows(inputs, block.targets(), block.weights(), block.offsets());
    }

    @Override
    public void close() {
      readers.give(this);
    }
  }

  /** Turns blocks with inputs of floats into blocks of doubles, one at a time. */
  private static final class DoubleCopies {
    /** By the number of rows: the last block may have fewer than the others. */
    private final Map<Integer, Matrix> rooms = new HashMap<>();

    /** What is prepared for each block of floats. */
    private final IdentityHashMap<Block, Copy> prepared = new IdentityHashMap<>();

    private record Copy(Kernel inputs, Block block) {}

    /** The rows of a block as doubles; written over by the next call. */
    Block of(Block narrow) {
      Copy copy = prepared.computeIfAbsent(narrow, this::prepare);
      copy.inputs().run();
      return copy.block();
    }

    private Copy prepare(Block narrow) {
      int inputs = narrow.inputs().columns();
      Matrix room =
          rooms.computeIfAbsent(
              narrow.rows(), rows -> Block.uninitialised(rows, inputs, Dtype.DOUBLE));
      return new Copy(
          Kernel.copy(narrow.inputs(), room),
          new Block(room, narrow.targets(), narrow.weights(), narrow.offsets()));
    }
  }
}
