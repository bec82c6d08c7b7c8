package gdtrain.metric;

import java.util.stream.IntStream;

/**
 * Sorts indices by numbers, without an object for each: digit after digit of the numbers' bits, the
 * least significant first (Knuth, The Art of Computer Programming 3, 5.2.5).
 */
final class RadixSort {
  private static final int DIGIT = 11; // bits

  private RadixSort() {}

  /** The indices of values in the order of {@link Double#compare}, stable. */
  static int[] ascending(double[] values) {
    int[] order = IntStream.range(0, values.length).toArray();
    int[] next = new int[values.length];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
      int[] starts = starts(values, shift);
      for (int index : order) {
        next[starts[digit(values[index], shift)]++] = index;
      }
      int[] spare = order;
      order = next;
      next = spare;
    }
    return order;
  }

  /** Where the values with each digit start in the sorted order. */
  private static int[] starts(double[] values, int shift) {
    int[] starts = new int[(1 << DIGIT) + 1];
    for (double value : values) {
      starts[digit(value, shift) + 1]++;
    }
    for (int digit = 1; digit < starts.length; digit++) {
      starts[digit] += starts[digit - 1];
    }
    return starts;
  }

  private static int digit(double value, int shift) {
    long bits = Double.doubleToLongBits(value);
    long ascending = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE; // larger numbers, larger bits
    return (int) (ascending >>> shift) & ((1 << DIGIT) - 1);
  }
}
