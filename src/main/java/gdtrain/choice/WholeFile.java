package gdtrain.choice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are read as a whole, up to a size: what has no end would take all memory. */
public final class WholeFile {
  /** The most bytes of a file on disk. */
  private static final long MOST = 1L << 30;

  /** The most bytes of what is no file on disk, such as a pipe or a device. */
  private static final int MOST_OF_STREAM = 1 << 26;

  private static final int MEBIBYTE = 1 << 20;

  private WholeFile() {}

  /** A file is longer than it may be; the message follows its name in a sentence. */
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    private TooLong(long most) {
      super("it is longer than %,d MiB".formatted(most / MEBIBYTE));
    }
  }

  /**
   * The bytes of a file.
   *
   * @throws TooLong if there are more than 1 GiB, or 64 MiB where it is no file on disk
   */
  public static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        return read(in, MOST_OF_STREAM);
      }
    }
    if (Files.size(file) > MOST) {
      throw new TooLong(MOST);
    }
    return Files.readAllBytes(file);
  }

  /**
   * The bytes of a stream.
   *
   * @throws TooLong if there are more than so many
   */
  public static byte[] read(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most);
    if (in.read() >= 0) {
      throw new TooLong(most);
    }
    return bytes;
  }

  /** Why a file could not be read, to follow a sentence that says so; nothing if that is all. */
  public static String reason(IOException e) {
    return e instanceof TooLong ? ": " + e.getMessage() : "";
  }
}
