package gdtrain.table;

import java.nio.DoubleBuffer;
import java.util.Objects;

/** The numbers of one column in the rows that a table has. */
final class Values {
  private final Numbers numbers;
  private final int column;
  private final RowNumbers rows;

  Values(Numbers numbers, int column, RowNumbers rows) {
    this.numbers = numbers;
    this.column = column;
    this.rows = rows;
  }

  int size() {
    return rows.count();
  }

  double get(int row) {
    return numbers.get(column, rows.at(row));
  }

  /** The same column in other rows of the file. */
  Values in(RowNumbers others) {
    return new Values(numbers, column, others);
  }

  /** Puts the value of row {@code from + i} into {@code out[at + i * stride]}. */
  void copy(int from, int count, double[] out, int at, int stride) {
    Objects.checkFromIndexSize(from, count, rows.count());
    if (!rows.areAll()) {
      gather(from, count, out, at, stride);
      return;
    }
    for (int done = 0; done < count; ) {
      DoubleBuffer segment = numbers.segment(column, from + done);
      int first = numbers.placeInSegment(from + done);
      int taken = Math.min(count - done, segment.limit() - first);
      if (stride == 1) {
        segment.get(first, out, at + done, taken);
      } else {
        for (int i = 0, to = at + done * stride; i < taken; i++, to += stride) {
          out[to] = segment.get(first + i);
        }
      }
      done += taken;
    }
  }

  /** The same of rows that lie anywhere; those near each other share what is looked up. */
  private void gather(int from, int count, double[] out, int at, int stride) {
    DoubleBuffer segment = null;
    int slab = -1;
    for (int i = 0, to = at; i < count; i++, to += stride) {
      int row = rows.at(from + i);
      if (numbers.slab(row) != slab) {
        slab = numbers.slab(row);
        segment = numbers.segment(column, row);
      }
      out[to] = segment.get(numbers.placeInSegment(row));
    }
  }
}
