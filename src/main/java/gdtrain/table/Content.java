package gdtrain.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Function;

/** A stream that hashes what passes through it and turns an I/O error into a sentence. */
final class Content extends FilterInputStream {
  private final Function<IOException, BadTable> fault;
  private final Consumer<String> atEnd;
  private final MessageDigest digest = sha256();
  private boolean ended;

  /** At the end of the stream, and only there, atEnd gets the SHA-256 in hexadecimal. */
  Content(InputStream in, Function<IOException, BadTable> fault, Consumer<String> atEnd) {
    super(in);
    this.fault = fault;
    this.atEnd = atEnd;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      int count = in.read(target, offset, length);
      if (count > 0) {
        digest.update(target, offset, count);
      } else if (count < 0 && !ended) {
        ended = true;
        atEnd.accept(HexFormat.of().formatHex(digest.digest()));
      }
      return count;
    } catch (IOException e) {
      throw fault.apply(e);
    }
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
