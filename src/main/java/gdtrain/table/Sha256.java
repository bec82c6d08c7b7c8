package gdtrain.table;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of bytes that come in pieces. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  void add(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** The hash in hexadecimal; to be asked for once, when all bytes are added. */
  String hexadecimal() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
