package gdtrain.dataset;

import gdtrain.compute.Workers;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Rows as numbers, cut into blocks whose size depends on the data only. The blocks lie in memory,
 * or are made anew from the table whenever they are read; the numbers are the same.
 */
public interface Dataset {
  /** Rows in all. */
  int rows();

  /** The sum of the row weights. */
  double totalWeight();

  /** How many numbers enter the network for a row, the constant 1 among them. */
  int inputs();

  /** How many numbers a row's target has. */
  int outputs();

  /** Whether raw outputs have something added to them, row by row; they are then one a row. */
  default boolean hasOffsets() {
    return false;
  }

  /** How many blocks there are, at least 1. */
  int blocks();

  /** The number of a block's first row, from 0; for {@link #blocks()} that of all rows. */
  int firstRow(int block);

  /** Starts to read blocks. */
  BlockReader open();

  /** A block with arrays of its own, which are not written to any more. */
  Block block(int index);

  /**
   * R of the QR factorisation of {@code [1 X y] / sqrt(rows)}, column after column, X without the
   * constant input; empty unless all rows weigh 1 and it is known without a look at them.
   */
  default Optional<double[][]> factor() {
    return Optional.empty();
  }

  /** A row alone, as a block. */
  Block row(int index);

  /**
   * Prepares to copy rows in any order into a block, as many at once as it has: what takes long,
   * such as a file with all rows where they do not lie in memory, is done here once.
   */
  RowPicker picker(Block into);

  /**
   * These rows with all blocks in memory, shared by all callers, if the memory that is left for
   * tables is enough; otherwise this dataset.
   */
  Dataset inMemory(Workers workers);

  /**
   * Gives back the memory or the file that {@link #inMemory} and {@link #picker} have taken; the
   * dataset can still be read.
   */
  void release();

  /**
   * These rows with other weights.
   *
   * @param factors of the weights by the row's class
   */
  Dataset weighedByClass(double[] factors);

  /** Reads all blocks in order; the arrays of a block are only good until the next one. */
  default void forEach(Consumer<Block> visitor) {
    forEach(BlockReader::read, visitor);
  }

  /** Reads all blocks in order as plain numbers, which are only good until the next block. */
  default void forEachPlain(Consumer<PlainRows> visitor) {
    forEach(BlockReader::readPlain, visitor);
  }

  /** Reads targets and weights in order; those of a block are only good until the next one. */
  default void forEachTarget(Consumer<PlainRows> visitor) {
    forEach(BlockReader::readTargets, visitor);
  }

  private <T> void forEach(BiFunction<BlockReader, Integer, T> read, Consumer<T> visitor) {
    try (BlockReader reader = open()) {
      for (int index = 0; index < blocks(); index++) {
        visitor.accept(read.apply(reader, index));
      }
    }
  }
}
