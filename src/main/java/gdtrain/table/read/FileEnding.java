package gdtrain.table.read;

import gdtrain.table.shape.LastLines;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * The last lines of a file that are no rows.
 *
 * @param lines as they are
 * @param offset of the first byte of the first of them in the content
 */
record FileEnding(List<String> lines, long offset) {
  private static final int TAIL = 1 << 14;
  private static final int LONGEST = 1 << 25;

  /**
   * Looks at the end of a source.
   *
   * @param tails the last bytes, at most so many
   * @param delimiter of cells; empty = blanks
   * @param comment whether a line is a comment
   */
  static FileEnding of(
      IntFunction<Source.Tail> tails,
      CsvOptions options,
      Optional<Character> delimiter,
      Predicate<String> comment) {
    Charset charset = options.encoding();
    OptionalInt wanted = options.lines().last();
    int size = TAIL;
    Source.Tail tail = tails.apply(size);
    while (tail.offset() > 0 && size < LONGEST && whole(tail, charset).size() <= wanted.orElse(0)) {
      size *= 2;
      tail = tails.apply(size);
    }
    List<String> lines = whole(tail, charset);
    int found =
        wanted.orElseGet(
            () -> {
              List<String> rows = lines.stream().map(l -> comment.test(l) ? "" : l).toList();
              return LastLines.count(rows, line -> Delimiter.cells(line, delimiter));
            });
    int count = Math.min(found, lines.size());
    return new FileEnding(
        lines.subList(lines.size() - count, lines.size()),
        tail.offset() + start(tail.bytes(), count));
  }

  /** The lines, the first of which may be a part where it is not that of the file. */
  private static List<String> whole(Source.Tail tail, Charset charset) {
    return new String(tail.bytes(), charset).lines().skip(tail.offset() > 0 ? 1 : 0).toList();
  }

  /** Where the last lines start, so many of them. */
  private static int start(byte[] bytes, int lines) {
    int at = bytes.length;
    for (int i = 0; i < lines; i++) {
      at -= at > 0 && bytes[at - 1] == '\n' ? 1 : 0;
      at -= at > 0 && bytes[at - 1] == '\r' ? 1 : 0;
      while (at > 0 && bytes[at - 1] != '\n' && bytes[at - 1] != '\r') {
        at--;
      }
    }
    return at;
  }

  /** The content without these lines. */
  InputStream cutOff(InputStream content) {
    try {
      return BoundedInputStream.builder().setInputStream(content).setMaxCount(offset).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A content without its last lines, which are looked at once its end is met: it gives no byte
   * before it knows that enough others follow.
   */
  static final class Cut extends FilterInputStream {
    private final Function<Source.Tail, FileEnding> look;
    private final byte[] waiting = new byte[8 * TAIL];
    private long read;
    private int start;
    private int end;
    private boolean ended;

    /**
     * @param look at the last bytes, when there are no more
     */
    Cut(InputStream in, Function<Source.Tail, FileEnding> look) {
      super(in);
      this.look = look;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      while (!ended && end - start <= TAIL) {
        readOn();
      }
      int count = Math.min(length, ended ? end - start : end - start - TAIL);
      System.arraycopy(waiting, start, target, offset, count);
      start += count;
      return count == 0 && length > 0 ? -1 : count;
    }

    private void readOn() throws IOException {
      System.arraycopy(waiting, start, waiting, 0, end - start);
      end -= start;
      start = 0;
      int count = in.read(waiting, end, waiting.length - end);
      if (count >= 0) {
        end += count;
        read += count;
        return;
      }
      ended = true;
      int tail = Math.min(end, TAIL);
      byte[] last = Arrays.copyOfRange(waiting, end - tail, end);
      end -= (int) (read - look.apply(new Source.Tail(last, read - tail)).offset());
    }

    @Override
    public long skip(long count) throws IOException {
      byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), TAIL)];
      return Math.max(read(skipped, 0, skipped.length), 0);
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
