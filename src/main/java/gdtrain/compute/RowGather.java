package gdtrain.compute;

import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Picks rows out of blocks that lie row after row. */
public final class RowGather {
  private final List<INDArray> owners; // a buffer alone does not keep ND4J from freeing its memory
  private final List<DoubleBuffer> blocks;
  private final int columns;
  private final int[] firstRows;

  /** Over blocks of one width, in row order. */
  public RowGather(List<INDArray> blocks) {
    this.owners = List.copyOf(blocks);
    this.blocks = blocks.stream().map(RowGather::buffer).toList();
    this.columns = blocks.get(0).columns();
    this.firstRows = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      firstRows[i + 1] = firstRows[i] + blocks.get(i).rows();
    }
  }

  private static DoubleBuffer buffer(INDArray array) {
    return ((DoublePointer) array.data().pointer()).asBuffer();
  }

  /**
   * Copies rows into an array that lies row after row.
   *
   * @param rows numbers of rows, from 0
   * @param from the first number to use
   * @param target receives as many rows as it has
   */
  public void copy(int[] rows, int from, INDArray target) {
    try {
      copyRows(rows, from, buffer(target), target.rows());
    } finally {
      Reference.reachabilityFence(owners);
      Reference.reachabilityFence(target);
    }
  }

  private void copyRows(int[] rows, int from, DoubleBuffer out, int count) {
    int block = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      if (row < firstRows[block] || row >= firstRows[block + 1]) {
        block = blockOf(row);
      }
      out.put(i * columns, blocks.get(block), (row - firstRows[block]) * columns, columns);
    }
  }

  private int blockOf(int row) {
    int found = Arrays.binarySearch(firstRows, row);
    return found >= 0 ? found : -found - 2;
  }
}
