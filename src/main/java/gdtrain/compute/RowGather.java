package gdtrain.compute;

import java.util.Arrays;
import java.util.List;

/** Picks rows out of blocks that lie row after row. */
public final class RowGather {
  private final Matrix[] blocks;
  private final int columns;
  private final int[] firstRows;

  /** Over blocks of one width, in row order. */
  public RowGather(List<Matrix> blocks) {
    this.blocks = blocks.toArray(Matrix[]::new);
    this.columns = blocks.get(0).columns();
    this.firstRows = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      firstRows[i + 1] = firstRows[i] + blocks.get(i).rows();
    }
  }

  /**
   * Copies rows into a matrix that lies row after row.
   *
   * @param rows numbers of rows, from 0
   * @param from the first number to use
   * @param count how many
   * @param target receives them as its first rows
   */
  public void copy(int[] rows, int from, int count, Matrix target) {
    int block = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      if (row < firstRows[block] || row >= firstRows[block + 1]) {
        block = blockOf(row);
      }
      target.copy(i * columns, blocks[block], (row - firstRows[block]) * columns, columns);
    }
  }

  private int blockOf(int row) {
    int found = Arrays.binarySearch(firstRows, row);
    return found >= 0 ? found : -found - 2;
  }
}
