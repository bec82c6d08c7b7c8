package gdtrain.table.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Up to eight decimal digits at once, in the eight bytes of a long: without a branch for each,
 * whose number the processor could not foresee (Lemire 2021, "Number parsing at a gigabyte per
 * second", section 3).
 */
final class EightDigits {
  /** How many bytes there must be from the end of the last number on. */
  static final int BEHIND = Long.BYTES;

  private static final long ZEROS = 0x3030_3030_3030_3030L;
  private static final long SIXES = 0x0606_0606_0606_0606L;
  private static final long HIGH_HALVES = 0xF0F0_F0F0_F0F0_F0F0L;
  private static final long PAIRS = 0x0000_00FF_0000_00FFL;
  private static final long FIRST_AND_THIRD_PAIR = (1_000_000L << Integer.SIZE) + 100;
  private static final long SECOND_AND_FOURTH_PAIR = (10_000L << Integer.SIZE) + 1;
  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private EightDigits() {}

  /** Bytes to be read eight by eight. */
  static ByteBuffer in(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The bytes from a place on, less '0' each: the first is the lowest. */
  static long at(ByteBuffer bytes, int place) {
    return bytes.getLong(place) ^ ZEROS;
  }

  /** How many digits come before the first byte that is none; 8 if there is no such byte. */
  static int count(long eight) {
    // From 10 on, a byte plus 6 reaches the high half. What is carried goes to later bytes only.
    long others = ((eight + SIXES) | eight) & HIGH_HALVES;
    return Long.numberOfTrailingZeros(others) / Byte.SIZE;
  }

  /** The number that the first {@code count} digits form. */
  static long value(long eight, int count) {
    int half = Byte.SIZE / 2 * (Long.BYTES - count); // a shift by 64 would be none
    long digits = (eight << half) << half; // zeros lead
    long pairs = 10 * digits + (digits >>> Byte.SIZE);
    long firstAndThird = (pairs & PAIRS) * FIRST_AND_THIRD_PAIR;
    long secondAndFourth = ((pairs >>> (2 * Byte.SIZE)) & PAIRS) * SECOND_AND_FOURTH_PAIR;
    return (firstAndThird + secondAndFourth) >>> Integer.SIZE;
  }

  /** The number that the first {@code count} digits form behind those of another number. */
  static long append(long before, long eight, int count) {
    return before * POWERS[count] + value(eight, count);
  }
}
