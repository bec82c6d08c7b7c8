package gdtrain.table;

import java.nio.ByteBuffer;

/** Finds codes for the columns of slabs, one slab after the other. */
final class Packing {
  private final int rows;
  private final int[] codes;
  private final boolean[] packed;

  /** For slabs of so many rows and columns. */
  Packing(int rows, int columns) {
    this.rows = rows;
    this.codes = new int[Math.multiplyExact(rows, columns)];
    this.packed = new boolean[columns];
  }

  /** Looks at a slab of doubles that is full; returns how many bytes it takes packed. */
  int pack(Slab full) {
    for (int column = 0; column < packed.length; column++) {
      packed[column] = pack(full, column);
    }
    return Slab.bytes(rows, packed);
  }

  private boolean pack(Slab full, int column) {
    int code = 0;
    for (int row = 0; row < rows; row++) {
      code = Decimals.code(full.get(column, row), code);
      if (code == Decimals.NONE) {
        return false;
      }
      codes[column * rows + row] = code;
    }
    return true;
  }

  /** The slab that was looked at last, in a room of as many bytes as it takes. */
  Slab packed(Slab full, ByteBuffer room) {
    Slab slab = new Slab(room, rows, packed.clone());
    for (int column = 0; column < packed.length; column++) {
      slab.takeColumn(column, full, codes, column * rows);
    }
    return slab;
  }
}
