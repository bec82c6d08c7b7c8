package gdtrain.table;

import java.nio.ByteBuffer;

/** Finds codes for the columns of slabs, one slab after the other. */
final class Packing {
  private final boolean[] packed;
  private int[] codes = {};

  /** For slabs of so many columns. */
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

  /** How many bytes the slab takes that was looked at last. */
  int bytes(int rows) {
    return Slab.bytes(rows, packed);
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

  /** That slab, in a room of as many bytes as it takes. */
  Slab packed(double[][] columns, int rows, ByteBuffer room) {
    Slab slab = new Slab(room, rows, packed.clone());
    for (int column = 0; column < packed.length; column++) {
      if (packed[column]) {
        slab.putCodes(column, codes, column * rows, rows);
      } else {
        slab.putNumbers(column, columns[column], rows);
      }
    }
    return slab;
  }
}
