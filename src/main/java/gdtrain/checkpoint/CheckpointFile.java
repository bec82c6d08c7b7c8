package gdtrain.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes saved runs. Every bit of every number is kept. */
public final class CheckpointFile {
  private static final String FORMAT = "gdtrain checkpoint ";
  private static final byte[] HEADER = (FORMAT + "1\n").getBytes(StandardCharsets.UTF_8);

  private CheckpointFile() {}

  /** A run as the bytes of a file. */
  public static byte[] bytes(SavedRun run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(HEADER);
      StateFields.write(run.version(), out);
      StateFields.write(List.copyOf(run.settings().keySet()), out);
      StateFields.write(List.copyOf(run.settings().values()), out);
      StateFields.write(run.data(), out);
      StateFields.write(run.state(), out);
      out.write(sha256(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory takes everything
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a run.
   *
   * @throws CannotResume if the file cannot be read, is damaged, or is something else
   */
  public static SavedRun read(Path file) {
    try {
      return run(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CannotResume(
          "%s cannot be read; give a file that --checkpoint wrote".formatted(file), e);
    }
  }

  private static SavedRun run(Path file, byte[] bytes) throws IOException {
    String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
    if (!start.startsWith(FORMAT)) {
      throw new CannotResume("%s is not a gdtrain checkpoint".formatted(file));
    }
    if (!start.startsWith(new String(HEADER, StandardCharsets.UTF_8))) {
      String version = start.substring(FORMAT.length()).lines().findFirst().orElse("");
      throw new CannotResume(
          "%s has the format version %s, this program reads 1".formatted(file, version));
    }
    int end = bytes.length - 32;
    if (end < HEADER.length
        || !Arrays.equals(sha256(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
      throw new CannotResume(
          "%s is damaged or not whole; give another checkpoint, or start anew".formatted(file));
    }
    return fields(new ByteArrayInputStream(bytes, HEADER.length, end - HEADER.length));
  }

  private static SavedRun fields(ByteArrayInputStream bytes) throws IOException {
    DataInputStream in = new DataInputStream(bytes);
    String version = StateFields.readText(in);
    List<String> keys = StateFields.readTexts(in);
    List<String> values = StateFields.readTexts(in);
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      settings.put(keys.get(i), values.get(i));
    }
    List<String> data = StateFields.readTexts(in);
    return new SavedRun(version, settings, data, StateFields.readCheckpoint(in));
  }

  private static byte[] sha256(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
