package gdtrain.dataset;

/** Copies single rows of a dataset into one block, for one thread at a time. */
@FunctionalInterface
public interface RowPicker {
  /**
   * Copies as many rows as the block has.
   *
   * @param rows numbers of rows, from 0
   * @param from the first of these numbers to use
   */
  void copy(int[] rows, int from);
}
