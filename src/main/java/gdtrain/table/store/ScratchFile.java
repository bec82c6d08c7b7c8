package gdtrain.table.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A temporary file for what does not fit into memory, which grows at its end and is read anywhere.
 *
 * <p>It is gone when the process ends, however that ends: on Unix it loses its name as soon as it
 * is open, Windows deletes it once no process has it open. It is read and written, not mapped,
 * because mapped pages count as memory of the process.
 */
public final class ScratchFile {
  private static final String NAME = "gdtrain-%016x.rows";
  private static final String NAMES = "gdtrain-[0-9a-f]{16}\\.rows";
  private static final Set<OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);

  private static final String REMEDY =
      "give another folder with ⟦temp⟧, or more memory with ⟦memory⟧";

  /** Where the size to come is unknown, there must be room for this many bytes more. */
  private static final long AHEAD = 1 << 26;

  private final Path folder;
  private final LongSupplier room;
  private final FileChannel channel;
  private long size;
  private long expected;

  private ScratchFile(Path folder, LongSupplier room, FileChannel channel) {
    this.folder = folder;
    this.room = room;
    this.channel = channel;
  }

  /**
   * Makes a file that only its owner may read, and deletes what a killed process left behind.
   *
   * @param room how many bytes the folder can take
   */
  static ScratchFile in(Path folder, LongSupplier room) {
    deleteLeftovers(folder);
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path path = folder.resolve(NAME.formatted(new Random().nextLong()));
    try {
      return new ScratchFile(folder, room, FileChannel.open(path, OPTIONS, attributes));
    } catch (IOException e) {
      throw failure("no file can be made in the folder %s".formatted(folder), e);
    }
  }

  /** A file that another process has open stays readable to that process. */
  private static void deleteLeftovers(Path folder) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, f -> f.getFileName().toString().matches(NAMES))) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // it may belong to somebody else, and does no harm to this run
    }
  }

  /**
   * Refuses to go on if the folder has less room than is to come.
   *
   * @param bytes to come, about
   */
  public void expect(long bytes) {
    long free = room.getAsLong();
    if (free < bytes) {
      throw new UncheckedIOException(
          ("the folder %s has room for %s, but what does not fit into the memory allowed takes %s more; "
                  + REMEDY)
              .formatted(folder, formatted(free), formatted(bytes)),
          new IOException("no room"));
    }
    expected = size + bytes;
  }

  /** "12.3 MiB". */
  private static String formatted(long bytes) {
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    double number = bytes;
    int unit = 0;
    for (; number >= 1024 && unit < units.length - 1; unit++) {
      number /= 1024;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", number, units[unit]);
  }

  /** Puts all that remains in the buffer behind what is there. */
  public void append(ByteBuffer bytes) {
    long end = size + bytes.remaining();
    if (end > expected) {
      expect(Math.max(bytes.remaining(), Math.min(size, AHEAD)));
    }
    try {
      while (bytes.hasRemaining()) {
        size += channel.write(bytes, size);
      }
    } catch (IOException e) {
      throw failure("the file for it in the folder %s cannot be written".formatted(folder), e);
    }
  }

  /** Fills the buffer with what starts at an offset. Threads may read at the same time. */
  public void read(long offset, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        int count = channel.read(bytes, offset);
        if (count < 0) {
          throw new EOFException("it has become shorter");
        }
        offset += count;
      }
    } catch (IOException e) {
      throw failure("the file for it in the folder %s cannot be read".formatted(folder), e);
    }
  }

  /** Closes and deletes the file. */
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failure("the file for it in the folder %s cannot be closed".formatted(folder), e);
    }
  }

  private static UncheckedIOException failure(String what, IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return new UncheckedIOException(
        "the table does not fit into the memory allowed, and %s%s; %s"
            .formatted(what, reason == null ? "" : ": " + reason, REMEDY),
        e);
  }
}
