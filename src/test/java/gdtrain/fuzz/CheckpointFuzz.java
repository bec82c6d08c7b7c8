package gdtrain.fuzz;

import gdtrain.checkpoint.CheckpointFile;
import gdtrain.choice.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A checkpoint is read from the bytes; they get the checksum that belongs to them, since nothing
 * behind it would be reached otherwise.
 */
public final class CheckpointFuzz {
  private static final Path FILE = Scratch.file();

  private CheckpointFuzz() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    try {
      Files.write(FILE, signed(bytes));
      CheckpointFile.bytes(CheckpointFile.read(FILE));
    } catch (UserError expected) {
      Sentences.check(expected);
    }
  }

  private static byte[] signed(byte[] bytes) throws IOException {
    try {
      ByteArrayOutputStream signed = new ByteArrayOutputStream();
      signed.write(bytes);
      signed.write(MessageDigest.getInstance("SHA-256").digest(bytes));
      return signed.toByteArray();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
