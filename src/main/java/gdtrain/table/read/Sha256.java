package gdtrain.table.read;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of bytes that come in pieces. */
final class Sha256 {
  /**
   * Bytes at once. Java hashes with the processor's own instructions only where it has compiled the
   * method that loops over the blocks, which it does after a number of calls, not of bytes.
   */
  private static final int PIECE = 1024;

  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  void add(byte[] bytes, int offset, int length) {
    for (int done = 0; done < length; done += PIECE) {
      digest.update(bytes, offset + done, Math.min(PIECE, length - done));
    }
  }

  /** The hash in hexadecimal; to be asked for once, when all bytes are added. */
  String hexadecimal() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
