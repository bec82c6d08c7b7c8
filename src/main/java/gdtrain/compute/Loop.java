package gdtrain.compute;

import java.util.Arrays;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a {@link Kernel} does to the numbers at each place of some arrays, in Java: at once and in
 * the nearest cache what would take several ops, each with its own way through memory and a cost of
 * microseconds before it starts.
 */
@FunctionalInterface
public interface Loop {
  /** So many numbers of three arrays fit into the first-level cache of today's cores. */
  int PIECE = 1024;

  /**
   * Takes a piece of every array and changes that of the last; the others are copies, in which it
   * may keep what comes in between.
   *
   * @param pieces in the order in which the arrays were given
   * @param count how many numbers of each are to be looked at, from the first
   */
  void run(double[][] pieces, int count);

  /**
   * Prepares a loop.
   *
   * @param arrays of one shape and order, dense; the last is written, and may be one of the others
   */
  static Kernel over(Loop loop, INDArray... arrays) {
    INDArray last = arrays[arrays.length - 1];
    for (INDArray array : arrays) {
      boolean oneOrder = array.ordering() == last.ordering() || last.isVectorOrScalar();
      Kernel.require(oneOrder && Arrays.equals(array.shape(), last.shape()), arrays);
    }
    int length = (int) last.length();
    ArrayMemory[] numbers = Stream.of(arrays).map(ArrayMemory::new).toArray(ArrayMemory[]::new);
    double[][] pieces = new double[arrays.length][Math.min(PIECE, length)];
    return new Kernel(() -> run(loop, numbers, pieces, length));
  }

  private static void run(Loop loop, ArrayMemory[] numbers, double[][] pieces, int length) {
    for (int from = 0; from < length; from += PIECE) {
      int count = Math.min(PIECE, length - from);
      for (int i = 0; i < pieces.length; i++) {
        numbers[i].read(from, pieces[i], count);
      }
      loop.run(pieces, count);
      numbers[pieces.length - 1].write(from, pieces[pieces.length - 1], count);
    }
  }
}
