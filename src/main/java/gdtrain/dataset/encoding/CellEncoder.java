package gdtrain.dataset.encoding;

/** Writes the numbers that one column of a table gives for some consecutive rows. */
@FunctionalInterface
public interface CellEncoder {
  /**
   * Writes those of rows {@code from} to {@code from + count - 1}.
   *
   * @param out receives a row's numbers from index {@code at + i * stride} on, as many as the
   *     column gives; whatever it holds there is written over
   */
  void encode(int from, int count, double[] out, int at, int stride);
}
