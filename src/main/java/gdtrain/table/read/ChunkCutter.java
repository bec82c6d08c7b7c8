package gdtrain.table.read;

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

  /** No record is longer: it has no more characters than a quarter of this. */
  private static final int MOST = 1 << 26;

  private static final long QUOTES = 0x2222_2222_2222_2222L;
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private final InputStream in;
  private final int size;
  private final Dialect dialect;
  private int multiple = 1;
  private int headers;
  private byte[] carried = {};
  private long offset;
  private int count;
  private boolean ended;

  /**
   * @param size of a chunk in bytes, about
   */
  ChunkCutter(InputStream in, int size, Dialect dialect) {
    this.in = in;
    this.size = size;
    this.dialect = dialect;
  }

  /**
   * Cuts a stream into chunks of a multiple of so many rows, but for the last one and where rows
   * are very long.
   */
  static ChunkCutter ofRows(InputStream in, int size, Layout layout, int multiple) {
    ChunkCutter cutter = new ChunkCutter(in, size, layout.dialect());
    cutter.multiple = multiple;
    cutter.headers = layout.hasHeader() ? 1 : 0;
    return cutter;
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
    long longest = Math.min((long) size * LONGEST, MOST);
    for (long wanted = size; wanted <= longest; wanted *= 2) {
      length = fill(chunk, length, (int) Math.max(wanted, length));
      boolean quoted = hasQuote(chunk.bytes(), length);
      int end = ended ? length : end(chunk, length, quoted);
      if (end > 0 || ended) {
        divide(chunk, end, length, quoted);
        return;
      }
    }
    int end = lastOutsideQuotes(chunk.bytes(), length, 1, 0);
    divide(chunk, end > 0 ? end : length, length, true);
    if (end == 0) {
      chunk.setAtFault();
    }
  }

  private int end(Chunk chunk, int length, boolean quoted) {
    if (multiple > 1) {
      int before = chunk.isFirst() ? -headers : 0;
      return lastOutsideQuotes(chunk.bytes(), length, multiple, before);
    }
    int head = chunk.isFirst() ? lastEnd(chunk.bytes(), size / FIRST, quoted) : 0;
    return head > 0 ? head : lastEnd(chunk.bytes(), length, quoted);
  }

  private void divide(Chunk chunk, int end, int length, boolean quoted) {
    carried = Arrays.copyOfRange(chunk.bytes(), end, length);
    offset += end;
    chunk.room(end + EightDigits.BEHIND)[end] = '\n';
    chunk.end(end, quoted);
  }

  /** Reads on until there are as many bytes as wanted, or no more; returns how many there are. */
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

  /**
   * How many bytes there are up to the end of the last whole record; 0 if there is none. Where
   * there are quotes, this follows the rules of the parser: a quote opens a cell only where the
   * cell starts, after blanks at most. Should it ever see an end where there is none, the parser
   * finds a quote that is not closed.
   */
  private int lastEnd(byte[] bytes, int length, boolean quoted) {
    return quoted ? lastOutsideQuotes(bytes, length, 1, 0) : lastLineEnd(bytes, length);
  }

  private static int lastLineEnd(byte[] bytes, int length) {
    for (int end = length; end > 0; end--) {
      if (endsLine(bytes, end, length)) {
        return end;
      }
    }
    return 0;
  }

  /** Whether a line ends before the byte; after a last "\r" it is not known. */
  private static boolean endsLine(byte[] bytes, int end, int length) {
    byte last = bytes[end - 1];
    return last == '\n' || (last == '\r' && end < length && bytes[end] != '\n');
  }

  private static int lineEnd(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length && !isLineEnd(bytes[at])) {
      at++;
    }
    return at;
  }

  private int lastOutsideQuotes(byte[] bytes, int length, int multiple, int rowsBefore) {
    int last = 0;
    int rows = rowsBefore;
    boolean isRow = false;
    for (int at = 0; at < length; ) {
      int comment = afterComment(bytes, at, length);
      if (comment == at) {
        at = afterBlanks(bytes, at, length);
        isRow |= at < length && !isLineEnd(bytes[at]);
        at = afterCell(bytes, at, length);
      } else {
        at = comment;
      }
      if (at < length && endsLine(bytes, ++at, length)) {
        rows += isRow ? 1 : 0;
        isRow = false;
        last = rows % multiple == 0 ? at : last;
      }
    }
    return last;
  }

  /** The end of the line if a comment starts at the byte; else the byte. */
  private int afterComment(byte[] bytes, int from, int length) {
    boolean starts = from == 0 || isLineEnd(bytes[from - 1]);
    boolean comment =
        starts && dialect.comment().isPresent() && bytes[from] == dialect.comment().get();
    return comment ? lineEnd(bytes, from, length) : from;
  }

  /** The place of the delimiter or of the line end behind a cell. */
  private int afterCell(byte[] bytes, int from, int length) {
    char delimiter = dialect.delimiter();
    int at = from < length && bytes[from] == '"' ? afterQuotes(bytes, from + 1, length) : from;
    while (at < length && bytes[at] != delimiter && !isLineEnd(bytes[at])) {
      at++;
    }
    return at;
  }

  private int afterBlanks(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length
        && bytes[at] != dialect.delimiter()
        && !isLineEnd(bytes[at])
        && Character.isWhitespace(bytes[at])) {
      at++;
    }
    return at;
  }

  /** The place behind the quote that closes a cell; two quotes are one that belongs to the cell. */
  private static int afterQuotes(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length) {
      if (bytes[at++] == '"') {
        if (at == length || bytes[at] != '"') {
          return at;
        }
        at++;
      }
    }
    return at;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }
}
