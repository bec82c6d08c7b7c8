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
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A file the user asked for: checked before the work, written whole or not at all. That it may be
 * written is looked at again only when it is.
 */
public record OutputFile(Path path, Setting<?> setting, boolean force) {
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  /** A checked output file. */
  public static OutputFile of(String name, Setting<?> setting, boolean force) {
    OutputFile file = new OutputFile(Path.of(name), setting, force);
    file.check();
    return file;
  }

  /** Refuses what cannot be written, and clears away what killed runs have left beside it. */
  public void check() {
    if (path.toString().isEmpty() || path.toString().equals("-")) {
      throw new InvalidSetting("%s takes the name of a file, not '%s'".formatted(setting, path));
    }
    if (Files.isDirectory(path)) {
      throw new InvalidSetting("%s %s is a directory".formatted(setting, path));
    }
    if (Files.exists(path) && Files.isRegularFile(path) && !force) {
      throw new InvalidSetting("%s %s exists; ⟦force⟧ overwrites it".formatted(setting, path));
    }
    Path target = target(path);
    Path folder = target.getParent();
    if (!Files.isDirectory(folder)) {
      throw new InvalidSetting("%s %s: there is no directory %s".formatted(setting, path, folder));
    }
    if (Files.isSymbolicLink(target) || !Files.isWritable(Files.exists(target) ? target : folder)) {
      throw new InvalidSetting(
          "%s %s cannot be written; check the permissions".formatted(setting, path));
    }
    PartFile.sweep(folder);
  }

  /** Whether two names stand for one regular file, or for one that is not there yet. */
  public static boolean isSame(Path one, Path other) {
    try {
      return (Files.exists(one) && Files.exists(other))
          ? Files.isRegularFile(one) && Files.isSameFile(one, other)
          : target(one).equals(target(other));
    } catch (IOException e) {
      return false; // what cannot be looked at is refused by whoever opens it
    }
  }

  /** The file that a name stands for, whether it is there or not: behind all symbolic links. */
  private static Path target(Path path) {
    Path file = path.toAbsolutePath();
    try {
      for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(file); links++) {
        file = file.resolveSibling(Files.readSymbolicLink(file));
      }
      return file.getParent().toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      return file.normalize(); // its folder is not there
    }
  }

  /**
   * Writes the content beside the file and moves it there, so that no half file is ever seen. What
   * a symbolic link stands for is written, not the link; a file that is overwritten keeps its
   * permissions and, where the system lets it, its owner.
   */
  public void write(byte[] content) {
    write(out -> out.write(content, 0, content.length));
  }

  /** Writes what gives its content little by little. */
  public void write(Consumer<PrintStream> content) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        try (PrintStream out = open()) { // a device or a pipe
          content.accept(out);
        }
        return;
      }
      Path target = target(path);
      try (PartFile part = PartFile.beside(target)) {
        part.write(
            file -> {
              PrintStream out = printStream(file, this::failure);
              content.accept(out);
              out.flush();
            });
        if (!force && Files.exists(target)) {
          throw new IOException("it was made during the run; ⟦force⟧ overwrites it");
        }
        part.moveTo(target);
      }
    } catch (IOException e) {
      throw failure(e);
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
