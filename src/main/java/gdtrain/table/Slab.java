package gdtrain.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;

/**
 * The numbers of some consecutive rows, one column after the other: of each column doubles or,
 * where all its numbers have one, their codes as {@link Decimals}.
 */
final class Slab {
  private final ByteBuffer bytes;
  private final IntBuffer ints;
  private final DoubleBuffer doubles;
  private final int rows;
  private final boolean[] packed;
  private final int[] starts;

  /**
   * @param bytes is given the order of this machine
   * @param rows an even number, so that doubles lie where doubles may lie
   * @param packed which columns have codes
   */
  Slab(ByteBuffer bytes, int rows, boolean[] packed) {
    this.bytes = bytes.order(ByteOrder.nativeOrder());
    this.ints = bytes.asIntBuffer();
    this.doubles = bytes.asDoubleBuffer();
    this.rows = rows;
    this.packed = packed;
    this.starts = new int[packed.length];
    for (int column = 1; column < starts.length; column++) {
      starts[column] = starts[column - 1] + rows * size(packed[column - 1]);
    }
  }

  private static int size(boolean packed) {
    return packed ? Integer.BYTES : Double.BYTES;
  }

  /** The bytes it takes. */
  static int bytes(int rows, boolean[] packed) {
    int bytes = 0;
    for (boolean each : packed) {
      bytes = Math.addExact(bytes, Math.multiplyExact(rows, size(each)));
    }
    return bytes;
  }

  /** Writes a number of a column that is not packed. */
  void put(int column, int row, double number) {
    bytes.putDouble(starts[column] + Double.BYTES * row, number);
  }

  /** Takes a column of a slab of doubles, or its codes, which start at an index. */
  void takeColumn(int column, Slab doubles, int[] codes, int from) {
    if (packed[column]) {
      bytes
          .slice(starts[column], rows * Integer.BYTES)
          .order(bytes.order())
          .asIntBuffer()
          .put(codes, from, rows);
    } else {
      bytes.put(starts[column], doubles.bytes, doubles.starts[column], rows * Double.BYTES);
    }
  }

  double get(int column, int row) {
    int place = starts[column] + size(packed[column]) * row;
    return packed[column] ? Decimals.number(bytes.getInt(place)) : bytes.getDouble(place);
  }

  /** Puts the number of row {@code from + i} into {@code out[at + i * stride]}. */
  void copy(int column, int from, int count, double[] out, int at, int stride) {
    if (packed[column]) {
      int[] codes = new int[count]; // faster than one by one
      ints.get(starts[column] / Integer.BYTES + from, codes);
      for (int i = 0, to = at; i < count; i++, to += stride) {
        out[to] = Decimals.number(codes[i]);
      }
    } else if (stride == 1) {
      doubles.get(starts[column] / Double.BYTES + from, out, at, count);
    } else {
      int place = starts[column] / Double.BYTES + from;
      for (int i = 0, to = at; i < count; i++, to += stride) {
        out[to] = doubles.get(place + i);
      }
    }
  }
}
