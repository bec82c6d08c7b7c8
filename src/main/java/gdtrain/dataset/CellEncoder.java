package gdtrain.dataset;

/** Writes the numbers that one column of a table gives for a row. */
public interface CellEncoder {
  /**
   * Writes a row's.
   *
   * @param out receives as many numbers as the column gives, from index {@code at}; holds zeros
   */
  void encode(int row, double[] out, int at);
}
