package gdtrain.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The numbers of several columns of equal length, outside of Java's heap, where the collector never
 * copies them. It grows by slabs of some hundred kilobytes; a slab holds the same rows of all
 * columns, one column after the other, so that growing copies nothing, a column is read without
 * gaps, and a row's cells lie near each other. Slabs for which there is no memory left go to a file
 * when they are full.
 */
final class Numbers {
  private static final int LEAST_ROWS = 1 << 4;
  private static final int MOST_ROWS = 1 << 12;

  private final int columns;
  private final Storage storage;
  private final int shift;
  private DoubleBuffer[] slabs = {};
  private ByteBuffer filling;
  private FiledSlabs filed;
  private int firstFiled;
  private int rows;
  private long expectedRows;

  /** No rows yet. */
  Numbers(int columns, Storage storage) {
    this.columns = columns;
    this.storage = storage;
    int slabRows = storage.slabBytes() / (Double.BYTES * Math.max(columns, 1));
    slabRows = Math.min(Math.max(slabRows, LEAST_ROWS), MOST_ROWS);
    this.shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(slabRows);
  }

  int rows() {
    return rows;
  }

  double get(int column, int row) {
    Objects.checkIndex(row, rows);
    DoubleBuffer slab = slabs[row >>> shift];
    return slab == null
        ? segment(column, row).get(row & mask())
        : slab.get((column << shift) + (row & mask()));
  }

  /** The slab that the row is in. */
  int slab(int row) {
    return row >>> shift;
  }

  /** The numbers of a column in all rows of the slab that the row is in. */
  DoubleBuffer segment(int column, int row) {
    DoubleBuffer slab = slabs[slab(row)];
    return slab == null
        ? filed.segment(column, slab(row) - firstFiled)
        : slab.slice(column << shift, 1 << shift);
  }

  /** Which of the numbers of its segment is that of the row. */
  int placeInSegment(int row) {
    return row & mask();
  }

  /** So many rows there will be, about. */
  void expect(long rows) {
    expectedRows = rows;
  }

  /** Adds rows from values that stand row after row. */
  void append(double[] values, int count) {
    int end = Math.addExact(rows, count);
    for (int from = 0; rows < end; ) {
      if ((rows & mask()) == 0) {
        beginSlab(rows >>> shift);
      }
      int taken = Math.min(end - rows, (1 << shift) - (rows & mask()));
      write(values, from, taken);
      rows += taken;
      from += taken;
      if (filling != null && (rows & mask()) == 0) {
        file((rows >>> shift) - 1);
      }
    }
  }

  private void write(double[] values, int from, int count) {
    DoubleBuffer slab = slabs[rows >>> shift];
    for (int column = 0; column < columns; column++) {
      int to = (column << shift) + (rows & mask());
      for (int i = 0; i < count; i++) {
        slab.put(to + i, values[(from + i) * columns + column]);
      }
    }
  }

  private void beginSlab(int index) {
    if (index == slabs.length) {
      slabs = Arrays.copyOf(slabs, 2 * index + 1);
    }
    int bytes = Math.multiplyExact(columns << shift, Double.BYTES);
    Optional<ByteBuffer> memory = filling == null ? storage.allocate(bytes) : Optional.empty();
    if (memory.isEmpty() && filling == null) {
      filling = ByteBuffer.allocateDirect(bytes);
    }
    slabs[index] = memory.orElse(filling).order(ByteOrder.nativeOrder()).asDoubleBuffer();
  }

  /** Puts the slab that is full into the file. */
  private void file(int index) {
    if (filed == null) {
      ScratchFile file = storage.scratchFile();
      file.expect(Math.max(0, expectedRows - ((long) index << shift)) * columns * Double.BYTES);
      filed = new FiledSlabs(file, columns, Double.BYTES << shift);
      firstFiled = index;
    }
    filed.append(filling.duplicate());
    slabs[index] = null;
  }

  private int mask() {
    return (1 << shift) - 1;
  }
}
