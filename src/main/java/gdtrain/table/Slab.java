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
  private final DoubleBuffer doubles;
  private final IntBuffer codes;
  private final boolean[] packed;
  private final int[] starts; // in doubles, or in codes

  /**
   * @param bytes is given the order of this machine
   * @param packed which columns have codes
   */
  Slab(ByteBuffer bytes, int rows, boolean[] packed) {
    bytes.order(ByteOrder.nativeOrder());
    this.packed = packed;
    this.starts = new int[packed.length];
    int ofDoubles = 0;
    int ofCodes = 0;
    for (int column = 0; column < packed.length; column++) {
      starts[column] = packed[column] ? ofCodes : ofDoubles;
      ofCodes += packed[column] ? rows : 0;
      ofDoubles += packed[column] ? 0 : rows;
    }
    this.doubles = bytes.asDoubleBuffer();
    this.codes = bytes.position(Double.BYTES * ofDoubles).asIntBuffer();
  }

  /** The bytes it takes. */
  static int bytes(int rows, boolean[] packed) {
    int bytes = 0;
    for (boolean each : packed) {
      bytes = Math.addExact(bytes, Math.multiplyExact(rows, each ? Integer.BYTES : Double.BYTES));
    }
    return bytes;
  }

  /** Writes a column that is not packed, from as many numbers as there are rows. */
  void putNumbers(int column, double[] numbers, int rows) {
    doubles.put(starts[column], numbers, 0, rows);
  }

  /** Writes a column that is packed, from as many codes as there are rows. */
  void putCodes(int column, int[] of, int from, int rows) {
    codes.put(starts[column], of, from, rows);
  }

  double get(int column, int row) {
    int place = starts[column] + row;
    return packed[column] ? Decimals.number(codes.get(place)) : doubles.get(place);
  }

  /** Puts the number of row {@code from + i} into {@code out[at + i * stride]}. */
  void copy(int column, int from, int count, double[] out, int at, int stride) {
    int place = starts[column] + from;
    if (packed[column]) {
      int[] some = new int[count]; // faster than one by one
      codes.get(place, some);
      for (int i = 0, to = at; i < count; i++, to += stride) {
        out[to] = Decimals.number(some[i]);
      }
    } else if (stride == 1) {
      doubles.get(place, out, at, count);
    } else {
      for (int i = 0, to = at; i < count; i++, to += stride) {
        out[to] = doubles.get(place + i);
      }
    }
  }
}
