package gdtrain.run;

import gdtrain.choice.InvalidSetting;
import gdtrain.run.setting.Setting;
import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/**
 * A file the user asked for: checked before the work, written whole or not at all. That it may be
 * written is looked at again only when it is.
 */
public record OutputFile(Path path, Setting<?> setting, boolean force) {
  /** A checked output file. */
  public static OutputFile of(String name, Setting<?> setting, boolean force) {
    OutputFile file = new OutputFile(Path.of(name), setting, force);
    file.check();
    return file;
  }

  /** Refuses what cannot be written. */
  public void check() {
    if (path.toString().isEmpty() || path.toString().equals("-")) {
      throw new InvalidSetting("%s takes the name of a file, not '%s'".formatted(setting, path));
    }
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw new InvalidSetting("%s %s is a directory".formatted(setting, path));
    }
    if (Files.exists(path) && Files.isRegularFile(path) && !force) {
      throw new InvalidSetting("%s %s exists; ⟦force⟧ overwrites it".formatted(setting, path));
    }
    if (!Files.isDirectory(folder)) {
      throw new InvalidSetting("%s %s: there is no directory %s".formatted(setting, path, folder));
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw new InvalidSetting(
          "%s %s cannot be written; check the permissions".formatted(setting, path));
    }
  }

  /** Writes the content beside the file and moves it there, so that no half file is ever seen. */
  public void write(byte[] content) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        Files.write(path, content); // a device or a pipe
        return;
      }
      Path folder = path.toAbsolutePath().getParent();
      String name = ".%s.%d.part".formatted(path.getFileName(), ProcessHandle.current().pid());
      Path part = folder.resolve(name); // not a temporary file, which only its owner could read
      try {
        writeThrough(part, content);
        if (!force && Files.exists(path)) {
          throw new IOException("it was made during the run; ⟦force⟧ overwrites it");
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Puts the content on the disk before the file takes its name. */
  private static void writeThrough(Path part, byte[] content) throws IOException {
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
  }

  /** This file, to be overwritten again and again. */
  public OutputFile overwriting() {
    return new OutputFile(path, setting, true);
  }

  /** A buffered stream of UTF-8 text that throws what {@code failure} makes of a failure. */
  public static PrintStream printStream(
      OutputStream out, Function<IOException, RuntimeException> failure) {
    OutputStream buffered = new BufferedOutputStream(new Outlet(out, failure), 1 << 13);
    return new PrintStream(buffered, false, StandardCharsets.UTF_8);
  }

  /** A stream to the file itself, so that what is written can be followed. */
  public PrintStream open() {
    try {
      return printStream(new FileOutputStream(path.toFile()), this::failure);
    } catch (FileNotFoundException e) {
      throw failure(e);
    }
  }

  /** A stream to the end of the file after all but its first bytes are cut off. */
  public PrintStream openAt(long length) throws IOException {
    try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
      out.truncate(length);
    }
    return printStream(new FileOutputStream(path.toFile(), true), this::failure);
  }

  public UncheckedIOException failure(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return new UncheckedIOException(
        "%s %s could not be written: %s"
            .formatted(setting, path, reason == null ? "its folder takes no new file" : reason),
        e);
  }

  /**
   * Where bytes leave the program. A failure is thrown as what the owner makes of it; a {@link
   * PrintStream} alone would only note that there was one, not whether a reader went away or a disk
   * is full.
   */
  private static final class Outlet extends FilterOutputStream {
    private final Function<IOException, RuntimeException> failure;

    private Outlet(OutputStream out, Function<IOException, RuntimeException> failure) {
      super(out);
      this.failure = failure;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw failure.apply(e);
      }
    }

    @Override
    public void flush() {
      try {
        out.flush();
      } catch (IOException e) {
        throw failure.apply(e);
      }
    }
  }
}
