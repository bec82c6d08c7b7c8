package gdtrain.table;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Objects;

/**
 * The numbers of several columns of equal length, outside of Java's heap, where the collector never
 * copies them. A slab holds the same rows of all columns, one column after the other, so that a
 * column is read without gaps, and a row's cells lie near each other.
 */
final class Numbers {
  private final int rows;
  private final int shift;
  private final Slab[] slabs;
  private final FiledSlabs filed;
  private final Summary summary;

  /**
   * @param shift the binary logarithm of how many rows a slab has, less the last
   * @param slabs in memory
   * @param filed those that follow, null if there are none
   * @param summary of all rows
   */
  Numbers(int rows, int shift, List<Slab> slabs, FiledSlabs filed, Summary summary) {
    this.rows = rows;
    this.shift = shift;
    this.slabs = slabs.toArray(Slab[]::new);
    this.filed = filed;
    this.summary = summary;
  }

  int rows() {
    return rows;
  }

  /** Of all rows. */
  Summary summary() {
    return summary;
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
    return filed.segment(column, slab - slabs.length).duplicate();
  }

  private int mask() {
    return (1 << shift) - 1;
  }
}
