package gdtrain.table.shape;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes, in UTF-8, of a text that is made piece by piece as it is read. */
public abstract class PieceStream extends InputStream {
  private byte[] bytes = {};
  private int at;

  /** The next piece, which may be empty text; nothing at the end. */
  protected abstract Optional<String> next() throws IOException;

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = 0;
    while (count < length && fill()) {
      int more = Math.min(length - count, bytes.length - at);
      System.arraycopy(bytes, at, target, offset + count, more);
      at += more;
      count += more;
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  /** Whether there is a byte to read. */
  private boolean fill() throws IOException {
    while (at == bytes.length) {
      Optional<String> piece = next();
      if (piece.isEmpty()) {
        return false;
      }
      bytes = piece.get().getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }
}
