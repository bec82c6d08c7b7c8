package gdtrain.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A file that is being written, to take the place of another when it is whole.
 *
 * <p>Its name is random, since the numbers of processes are not unique where several machines or
 * containers share a folder. It is locked until it is gone; a lock ends with its process, however
 * that ends, so one that is not locked was left behind.
 */
final class PartFile implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[.]gdtrain-[0-9a-f]{32}[.]part");
  private static final Random RANDOM = new Random();

  /** Begins the names of this process: opening a file again would end the lock on it. */
  private static final String OWN = ".gdtrain-" + hexadecimal();

  private static final int MOST_TRIES = 100;

  private final Path file;
  private final FileChannel out;
  private final Optional<PosixFileAttributes> replaced;

  private PartFile(Path file, FileChannel out, Optional<PosixFileAttributes> replaced) {
    this.file = file;
    this.out = out;
    this.replaced = replaced;
  }

  private static String hexadecimal() {
    return "%016x".formatted(RANDOM.nextLong());
  }

  /** Begins an empty file in the folder of another, which nobody may read who may not read that. */
  static PartFile beside(Path target) throws IOException {
    Optional<PosixFileAttributes> replaced = attributes(target);
    FileAttribute<?>[] permissions =
        replaced
            .map(
                a -> new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(a.permissions())})
            .orElseGet(() -> new FileAttribute<?>[0]);
    for (int attempt = 1; ; attempt++) {
      Path file = target.resolveSibling(OWN + hexadecimal() + ".part");
      try {
        Set<StandardOpenOption> options =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileChannel out = FileChannel.open(file, options, permissions);
        if (lock(out) && Files.exists(file)) {
          return new PartFile(file, out, replaced);
        }
        out.close(); // another run took it for one left behind before it was locked
      } catch (FileAlreadyExistsException e) {
        if (attempt == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private static Optional<PosixFileAttributes> attributes(Path target) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    return (view == null || !Files.exists(target))
        ? Optional.empty()
        : Optional.of(view.readAttributes());
  }

  /** Locks a file; where the file system has no locks, no run can take it for left behind. */
  private static boolean lock(FileChannel out) {
    try {
      return out.tryLock() != null;
    } catch (IOException e) {
      return true;
    }
  }

  /** Puts the content on the disk. */
  void write(Consumer<OutputStream> content) throws IOException {
    content.accept(Channels.newOutputStream(out));
    out.force(true);
  }

  /** Gives the file the name of the one it was made for, and the owner and permissions of that. */
  void moveTo(Path target) throws IOException {
    if (replaced.isPresent()) {
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      PosixFileAttributes own = view.readAttributes();
      if (!own.owner().equals(replaced.get().owner())) {
        attempt(() -> view.setOwner(replaced.get().owner()));
      }
      if (!own.group().equals(replaced.get().group())) {
        attempt(() -> view.setGroup(replaced.get().group()));
      }
      attempt(() -> view.setPermissions(replaced.get().permissions()));
    }
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private interface Change {
    void make() throws IOException;
  }

  /** Only some may give a file away. */
  private static void attempt(Change change) throws IOException {
    try {
      change.make();
    } catch (FileSystemException e) {
      // the content counts more than whose it is
    }
  }

  /** Deletes what is not moved. */
  @Override
  public void close() throws IOException {
    try (out) {
      Files.deleteIfExists(file);
    }
  }

  /** Deletes the part files in a folder that runs which were killed have left there. */
  static void sweep(Path folder) {
    String[] names = folder.toFile().list((parent, name) -> isForeign(name));
    for (String name : names == null ? new String[0] : names) {
      Path file = folder.resolve(name);
      try (FileChannel left =
          FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        if (left.tryLock() != null) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        // not a file, not one of this user, gone, or on a file system without locks
      }
    }
  }

  private static boolean isForeign(String name) {
    return name.startsWith(".gdtrain-") && !name.startsWith(OWN) && NAME.matcher(name).matches();
  }
}
