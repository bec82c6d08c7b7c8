package gdtrain.table.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;

/**
 * The numbers of some consecutive rows, one column after the other: of each column doubles or,
 * where every number has a code, their codes as {@link Decimals}.
 */
final class Slab {
  private final DoubleBuffer doubles;
  private final IntBuffer codes;
  private final boolean[] packed;
  private final int[] starts; // in doubles, or in codes

  /**
   * @param bytes is given the byte order of this machine
   * @param packed which columns have codes
   */
  private Slab(ByteBuffer bytes, int rows, boolean[] packed) {
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

  /** Finds the codes for the columns of one slab after the other, in memory that is used again. */
  static final class Packing {
    private final boolean[] packed;
    private int[] codes = {};

    Packing(int columns) {
      this.packed = new boolean[columns];
    }

    /** Looks at the columns of a slab. */
    void pack(double[][] columns, int rows) {
      int size = Math.multiplyExact(rows, columns.length);
      codes = codes.length < size ? new int[size] : codes;
      for (int column = 0; column < packed.length; column++) {
        packed[column] = pack(columns[column], column * rows, rows);
      }
    }

    private boolean pack(double[] numbers, int at, int rows) {
      int code = 0;
      for (int row = 0; row < rows; row++) {
        code = Decimals.code(numbers[row], code);
        if (code == Decimals.NONE) {
          return false;
        }
        codes[at + row] = code;
      }
      return true;
    }

    /** How many bytes the slab takes that was looked at last. */
    int bytes(int rows) {
      int bytes = 0;
      for (boolean each : packed) {
        bytes = Math.addExact(bytes, Math.multiplyExact(rows, each ? Integer.BYTES : Double.BYTES));
      }
      return bytes;
    }

    /** That slab, in a buffer of as many bytes as it takes. */
    Slab slab(double[][] columns, int rows, ByteBuffer bytes) {
      Slab slab = new Slab(bytes, rows, packed.clone());
      for (int column = 0; column < packed.length; column++) {
        if (packed[column]) {
          slab.codes.put(slab.starts[column], codes, column * rows, rows);
        } else {
          slab.doubles.put(slab.starts[column], columns[column], 0, rows);
        }
      }
      return slab;
    }
  }
}
