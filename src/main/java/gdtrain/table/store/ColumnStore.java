package gdtrain.table.store;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Objects;

/**
 * The numbers of several columns of equal length, outside of Java's heap, where the garbage
 * collector never copies them. A slab holds the same rows of all columns, one column after the
 * other, so that a column is read without gaps, and the cells of a row lie near each other.
 */
final class ColumnStore {
  private final int rows;
  private final int shift;
  private final Slab[] slabs;
  private final SlabFile file;
  private final List<Statistics> statistics;

  /**
   * @param shift the binary logarithm of the number of rows in each slab but the last
   * @param slabs in memory
   * @param file with the slabs that follow; null if there are none
   * @param statistics of each column's numbers, each of weight 1
   */
  ColumnStore(int rows, int shift, List<Slab> slabs, SlabFile file, List<Statistics> statistics) {
    this.rows = rows;
    this.shift = shift;
    this.slabs = slabs.toArray(Slab[]::new);
    this.file = file;
    this.statistics = List.copyOf(statistics);
  }

  int rows() {
    return rows;
  }

  /** Of a column's numbers in all rows, each of weight 1. */
  Statistics statistics(int column) {
    return statistics.get(column);
  }

  double get(int column, int row) {
    Objects.checkIndex(row, rows);
    int slab = row >>> shift;
    return slab < slabs.length
        ? slabs[slab].get(column, row & mask())
        : segment(column, slab).get(row & mask());
  }

  /** Puts the number of row {@code from + i} into {@code out[at + i * stride]}. */
  void copy(int column, int from, int count, double[] out, int at, int stride) {
    Objects.checkFromIndexSize(from, count, rows);
    for (int done = 0; done < count; ) {
      int row = from + done;
      int taken = Math.min(count - done, (1 << shift) - (row & mask()));
      int slab = row >>> shift;
      int to = at + done * stride;
      if (slab < slabs.length) {
        slabs[slab].copy(column, row & mask(), taken, out, to, stride);
      } else {
        copy(segment(column, slab).position(row & mask()), taken, out, to, stride);
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
    return file.segment(column, slab - slabs.length).duplicate();
  }

  private int mask() {
    return (1 << shift) - 1;
  }
}
