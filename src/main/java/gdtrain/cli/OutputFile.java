package gdtrain.cli;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file the user asked for: checked before the work, written whole or not at all. That it may be
 * written is looked at again only when it is.
 */
record OutputFile(Path path, String option, boolean force) {
  /** A checked output file. */
  static OutputFile of(String name, String option, boolean force) {
    OutputFile file = new OutputFile(Path.of(name), option, force);
    file.check();
    return file;
  }

  /** Refuses what cannot be written. */
  void check() {
    if (path.toString().isEmpty() || path.toString().equals("-")) {
      throw new IllegalArgumentException(
          "%s takes the name of a file, not '%s'".formatted(option, path));
    }
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw new IllegalArgumentException("%s %s is a directory".formatted(option, path));
    }
    if (Files.exists(path) && Files.isRegularFile(path) && !force) {
      throw new IllegalArgumentException(
          "%s %s exists; --force overwrites it".formatted(option, path));
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "%s %s: there is no directory %s".formatted(option, path, folder));
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw new IllegalArgumentException(
          "%s %s cannot be written; check the permissions".formatted(option, path));
    }
  }

  /** Writes the content beside the file and moves it there, so that no half file is ever seen. */
  void write(byte[] content) {
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
          throw new IOException("it was made during the run; --force overwrites it");
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

  /** The same file, to be written again and again. */
  OutputFile overwriting() {
    return new OutputFile(path, option, true);
  }

  /** A stream to the file itself, so that what is written can be followed. */
  PrintStream open() {
    try {
      return Outlet.print(new FileOutputStream(path.toFile()), this::failure);
    } catch (FileNotFoundException e) {
      throw failure(e);
    }
  }

  /** A stream to the end of the file after all but its first bytes are cut off. */
  PrintStream openAt(long length) throws IOException {
    try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
      out.truncate(length);
    }
    return Outlet.print(new FileOutputStream(path.toFile(), true), this::failure);
  }

  UncheckedIOException failure(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return new UncheckedIOException(
        "%s %s could not be written: %s"
            .formatted(option, path, reason == null ? "its folder takes no new file" : reason),
        e);
  }
}
