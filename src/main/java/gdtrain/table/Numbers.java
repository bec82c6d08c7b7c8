package gdtrain.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * The numbers of several columns of equal length, outside of Java's heap, where the collector never
 * copies them. It grows by slabs of some hundred kilobytes; a slab holds the same rows of all
 * columns, one column after the other, so that growing copies nothing, a column is read without
 * gaps, and a row's cells lie near each other.
 */
final class Numbers {
  private static final int SLAB = 1 << 16; // doubles
  private static final int LEAST_ROWS = 1 << 4;
  private static final int MOST_ROWS = 1 << 12;

  private final int columns;
  private final int shift;
  private DoubleBuffer[] slabs = {};
  private int rows;

  /** No rows yet. */
  Numbers(int columns) {
    this.columns = columns;
    int slabRows = Math.min(Math.max(SLAB / Math.max(columns, 1), LEAST_ROWS), MOST_ROWS);
    this.shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(slabRows);
  }

  int rows() {
    return rows;
  }

  double get(int column, int row) {
    Objects.checkIndex(row, rows);
    return slabs[row >>> shift].get((column << shift) + (row & mask()));
  }

  /** The slab that the row is in. */
  int slab(int row) {
    return row >>> shift;
  }

  /** The numbers of a column in all rows of the slab that the row is in. */
  DoubleBuffer segment(int column, int row) {
    return slabs[slab(row)].slice(column << shift, 1 << shift);
  }

  /** Which of the numbers of its segment is that of the row. */
  int placeInSegment(int row) {
    return row & mask();
  }

  /** Adds rows from values that stand row after row. */
  void append(double[] values, int count) {
    int end = Math.addExact(rows, count);
    for (int from = 0; rows < end; ) {
      int taken = Math.min(end - rows, (1 << shift) - (rows & mask()));
      write(values, from, taken);
      rows += taken;
      from += taken;
    }
  }

  private void write(double[] values, int from, int count) {
    int index = rows >>> shift;
    if (index == slabs.length || slabs[index] == null) {
      slabs = index < slabs.length ? slabs : Arrays.copyOf(slabs, 2 * index + 1);
      slabs[index] =
          ByteBuffer.allocateDirect(Math.multiplyExact(columns << shift, Double.BYTES))
              .order(ByteOrder.nativeOrder())
              .asDoubleBuffer();
    }
    DoubleBuffer slab = slabs[index];
    for (int column = 0; column < columns; column++) {
      int to = (column << shift) + (rows & mask());
      for (int i = 0; i < count; i++) {
        slab.put(to + i, values[(from + i) * columns + column]);
      }
    }
  }

  private int mask() {
    return (1 << shift) - 1;
  }
}
