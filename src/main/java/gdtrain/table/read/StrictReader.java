package gdtrain.table.read;

import gdtrain.table.BadTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/**
 * Decodes bytes to characters. A byte order mark is checked against the encoding and skipped; the
 * first byte that is not text is an error that names its line. All characters before it are given
 * first, so that a fault in them is met first.
 */
final class StrictReader extends Reader {
  private static final int BUFFER = 1 << 15;

  private final String name;
  private final InputStream in;
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private long line;
  private char last;
  private boolean ended;
  private boolean flushed;
  private boolean atZero;

  /**
   * Reads a part of a file that does not start with a byte order mark.
   *
   * @param linesBefore how many lines there are before it
   */
  StrictReader(String name, InputStream in, Charset charset, long linesBefore) {
    this.name = name;
    this.in = in;
    this.charset = charset;
    this.line = linesBefore + 1;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Opens the start of a file.
   *
   * @param name of the file, for sentences
   * @throws BadTable if there is a byte order mark of another encoding
   */
  static StrictReader open(String name, InputStream bytes, Charset encoding) {
    try {
      BOMInputStream in = withoutMark(bytes);
      return new StrictReader(name, in, marked(name, in, encoding), 0);
    } catch (IOException e) {
      throw new BadTable(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Opens a source from its start; the content is not hashed. */
  static StrictReader open(Source source, Charset encoding) {
    return open(source.name(), source.openUnhashed(), encoding);
  }

  private static BOMInputStream withoutMark(InputStream bytes) throws IOException {
    return BOMInputStream.builder()
        .setInputStream(bytes)
        .setByteOrderMarks(
            ByteOrderMark.UTF_8,
            ByteOrderMark.UTF_16LE,
            ByteOrderMark.UTF_16BE,
            ByteOrderMark.UTF_32LE,
            ByteOrderMark.UTF_32BE)
        .get();
  }

  /** The encoding asked for, with the byte order the mark adds to a plain "UTF-16". */
  private static Charset marked(String name, BOMInputStream in, Charset encoding)
      throws IOException {
    if (!in.hasBOM()) {
      return encoding;
    }
    String mark = in.getBOMCharsetName();
    if (mark.startsWith(encoding.name())) {
      return Charset.forName(mark);
    }
    in.close();
    throw new BadTable(
        "%s, line 1: the file starts with the byte order mark of %s but is read as %s; give ⟦encoding⟧ %s"
            .formatted(name, mark, encoding.name(), mark.replaceAll("[LB]E$", "")));
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (!chars.hasRemaining() && !refill()) {
      return -1;
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Decodes at least one character; false at the end. */
  private boolean refill() throws IOException {
    if (atZero) {
      throw binary();
    }
    chars.clear();
    while (chars.position() == 0 && !flushed) {
      CoderResult result = decoder.decode(bytes, chars, ended);
      if (result.isError() && chars.position() == 0) {
        throw notText();
      }
      if (result.isUnderflow()) {
        readOn();
      }
    }
    chars.flip();
    countLines();
    return chars.hasRemaining();
  }

  private void readOn() throws IOException {
    if (ended) {
      decoder.flush(chars);
      flushed = true;
      return;
    }
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(count, 0)).flip();
  }

  private void countLines() {
    for (int i = 0; i < chars.limit(); i++) {
      char c = chars.get(i);
      if (c == '\r' || (c == '\n' && last != '\r')) {
        line++;
      } else if (c == 0) {
        stopBefore(i);
        return;
      }
      last = c;
    }
  }

  private void stopBefore(int zero) {
    if (zero == 0) {
      throw binary();
    }
    chars.limit(zero);
    atZero = true;
  }

  private BadTable notText() throws IOException {
    while (!ended && bytes.remaining() < BUFFER) {
      readOn(); // so that the sentence does not depend on where the buffer starts
    }
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      int b = bytes.get(i) & 0xff;
      if (b < '\t' || (b > '\r' && b < 0x1b)) {
        return binary();
      }
    }
    return new BadTable(
        "%s, line %d: the byte %02X is not %s here; give the encoding of the file: ⟦encoding⟧ windows-1252 for Western Europe, big5 or gbk for Chinese, shift_jis for Japanese"
            .formatted(name, line, bytes.get(bytes.position()), charset.name()));
  }

  private BadTable binary() {
    return new BadTable(
        "%s, line %d: the file looks binary; give a CSV text file, or ⟦encoding⟧ UTF-16LE if it is such text"
            .formatted(name, line));
  }
}
