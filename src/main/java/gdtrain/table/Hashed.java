package gdtrain.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A stream that hashes what passes through it. */
final class Hashed extends FilterInputStream {
  private final Sha256 hash = new Sha256();
  private final Consumer<String> atEnd;
  private boolean ended;

  /** At the end of the stream, and only there, atEnd gets the SHA-256 in hexadecimal. */
  Hashed(InputStream in, Consumer<String> atEnd) {
    super(in);
    this.atEnd = atEnd;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > 0) {
      hash.add(target, offset, count);
    } else if (count < 0 && !ended) {
      ended = true;
      atEnd.accept(hash.hexadecimal());
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 1 << 13)];
    return Math.max(read(skipped, 0, skipped.length), 0);
  }

  @Override
  public boolean markSupported() {
    return false; // going back would hash bytes twice
  }
}
