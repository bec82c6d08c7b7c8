package gdtrain.metric;

import java.util.stream.IntStream;

/**
 * Sorts by numbers without an object for each: digit after digit of their bits, from the last
 * (Knuth, The Art of Computer Programming 3, 5.2.5).
 */
final class RadixSort {
  private static final int DIGIT = 11; // bits

  private RadixSort() {}

  /** The indices of values in the order of {@link Double#compare}, equal ones as they stand. */
  static int[] ascending(double[] values) {
    int[] order = IntStream.range(0, values.length).toArray();
    int[] next = new int[values.length];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
      int[] places = places(values, shift);
      for (int index : order) {
        next[places[digit(values[index], shift)]++] = index;
      }
      int[] spare = order;
      order = next;
      next = spare;
    }
    return order;
  }

  /** Where the values with each digit begin. */
  private static int[] places(double[] values, int shift) {
    int[] places = new int[(1 << DIGIT) + 1];
    for (double value : values) {
      places[digit(value, shift) + 1]++;
    }
    for (int digit = 1; digit < places.length; digit++) {
      places[digit] += places[digit - 1];
    }
    return places;
  }

  private static int digit(double value, int shift) {
    long bits = Double.doubleToLongBits(value);
    long ascending = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE; // larger numbers, larger bits
    return (int) (ascending >>> shift) & ((1 << DIGIT) - 1);
  }
}
