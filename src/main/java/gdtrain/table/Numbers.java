package gdtrain.table;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The numbers of several columns of equal length, outside of Java's heap, where the collector never
 * copies them. It grows by slabs of some hundred kilobytes; a slab holds the same rows of all
 * columns, one column after the other, so that growing copies nothing, a column is read without
 * gaps, and a row's cells lie near each other. A slab that is full moves to where it stays: packed
 * into memory or, once there is none left, as it is into a file.
 */
final class Numbers {
  private static final int LEAST_ROWS = 1 << 4;
  private static final int MOST_ROWS = 1 << 12;

  private final int columns;
  private final Storage storage;
  private final int shift;
  private Slab[] slabs = {};
  private ByteBuffer filling;
  private Packing packing;
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
    Slab slab = slabs[row >>> shift];
    return slab == null
        ? segment(column, row >>> shift).get(row & mask())
        : slab.get(column, row & mask());
  }

  /** Puts the number of row {@code from + i} into {@code out[at + i * stride]}. */
  void copy(int column, int from, int count, double[] out, int at, int stride) {
    Objects.checkFromIndexSize(from, count, rows);
    for (int done = 0; done < count; ) {
      int row = from + done;
      int taken = Math.min(count - done, (1 << shift) - (row & mask()));
      Slab slab = slabs[row >>> shift];
      int to = at + done * stride;
      if (slab == null) {
        copy(segment(column, row >>> shift).position(row & mask()), taken, out, to, stride);
      } else {
        slab.copy(column, row & mask(), taken, out, to, stride);
      }
      done += taken;
    }
  }

  private static void copy(DoubleBuffer from, int count, double[] out, int at, int stride) {
    for (int i = 0, to = at; i < count; i++, to += stride) {
      out[to] = from.get();
    }
  }

  private DoubleBuffer segment(int column, int slab) {
    return filed.segment(column, slab - firstFiled).duplicate();
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
      if ((rows & mask()) == 0) {
        endSlab((rows >>> shift) - 1);
      }
    }
  }

  private void write(double[] values, int from, int count) {
    Slab slab = slabs[rows >>> shift];
    int first = rows & mask();
    for (int column = 0; column < columns; column++) {
      for (int i = 0; i < count; i++) {
        slab.put(column, first + i, values[(from + i) * columns + column]);
      }
    }
  }

  private void beginSlab(int index) {
    if (index == slabs.length) {
      slabs = Arrays.copyOf(slabs, 2 * index + 1);
    }
    if (filling == null) {
      int bytes = Math.multiplyExact(columns << shift, Double.BYTES);
      filling = ByteBuffer.allocateDirect(bytes);
    }
    slabs[index] = new Slab(filling, 1 << shift, new boolean[columns]);
  }

  /** Moves the slab that is full to where it stays: into memory, or else into the file. */
  private void endSlab(int index) {
    if (packing == null) {
      packing = new Packing(1 << shift, columns);
    }
    Slab full = slabs[index];
    Optional<ByteBuffer> memory =
        filed == null ? storage.allocate(packing.pack(full)) : Optional.empty();
    if (memory.isEmpty()) {
      file(index);
    }
    slabs[index] = memory.map(room -> packing.packed(full, room)).orElse(null);
  }

  private void file(int index) {
    if (filed == null) {
      ScratchFile file = storage.scratchFile();
      file.expect(Math.max(0, expectedRows - ((long) index << shift)) * columns * Double.BYTES);
      filed = new FiledSlabs(file, columns, Double.BYTES << shift);
      firstFiled = index;
    }
    filed.append(filling.duplicate());
  }

  private int mask() {
    return (1 << shift) - 1;
  }
}
