package gdtrain.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Cuts a stream of bytes into chunks that start and end where records do. */
final class ChunkCutter {
  /** The first chunk has the header and is read slowly: a share of the size of the others. */
  private static final int FIRST = 64;

  /** A record this many times longer than a chunk looks as if a quote were never closed. */
  private static final int LONGEST = 64;

  private static final long QUOTES = 0x2222_2222_2222_2222L;
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private final InputStream in;
  private final int size;
  private final RecordEnds ends;
  private byte[] carried = {};
  private long offset;
  private int count;
  private boolean ended;

  /**
   * @param size of a chunk in bytes, about
   */
  ChunkCutter(InputStream in, int size, char delimiter) {
    this.in = in;
    this.size = size;
    this.ends = new RecordEnds(delimiter);
  }

  /** Whether the last chunk has been cut. */
  boolean ended() {
    return ended;
  }

  /** Fills a chunk with the next part of the file; it is at fault if no record seems to end. */
  void cut(Chunk chunk) {
    chunk.begin(count++, offset);
    int length = carried.length;
    System.arraycopy(carried, 0, chunk.room(length), 0, length);
    for (long wanted = size; wanted <= (long) size * LONGEST; wanted *= 2) {
      length = fill(chunk, length, (int) Math.max(wanted, length));
      boolean quoted = hasQuote(chunk.bytes(), length);
      int end = ended ? length : end(chunk, length, quoted);
      if (end > 0 || ended) {
        divide(chunk, end, length, quoted);
        return;
      }
    }
    chunk.setAtFault();
  }

  private int end(Chunk chunk, int length, boolean quoted) {
    int head = chunk.isFirst() ? ends.last(chunk.bytes(), size / FIRST, quoted) : 0;
    return head > 0 ? head : ends.last(chunk.bytes(), length, quoted);
  }

  private void divide(Chunk chunk, int end, int length, boolean quoted) {
    carried = Arrays.copyOfRange(chunk.bytes(), end, length);
    offset += end;
    chunk.room(end + EightDigits.BEHIND)[end] = '\n';
    chunk.end(end, quoted);
  }

  /** Reads on until there are so many bytes, or no more; gives how many there are. */
  private int fill(Chunk chunk, int length, int wanted) {
    try {
      int read = in.readNBytes(chunk.room(wanted + EightDigits.BEHIND), length, wanted - length);
      ended = length + read < wanted;
      return length + read;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the source turns it into a BadTable
    }
  }

  /** Looks at eight bytes at a time: a byte of {@code x} is 0 where there is a quote. */
  private static boolean hasQuote(byte[] bytes, int length) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    long found = 0;
    int at = 0;
    for (; at + Long.BYTES <= length; at += Long.BYTES) {
      long x = buffer.getLong(at) ^ QUOTES;
      found |= (x - ONES) & ~x & HIGH_BITS;
    }
    for (; at < length; at++) {
      found |= bytes[at] == '"' ? 1 : 0;
    }
    return found != 0;
  }
}
