package gdtrain.table.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * The memory that the tables of a run may take together with what is made of them, and the folder
 * for what goes beyond. Where things lie changes no result. Threads may share it.
 */
public final class Storage {
  /** For the buffers through which Java reads and writes files. */
  private static final long JAVA_BUFFERS = 1 << 25;

  private final AtomicLong left;
  private final AtomicLong outsideOfHeap;
  private final Path folder;
  private final ToLongFunction<Path> room;
  private IntFunction<ByteBuffer> buffers = ByteBuffer::allocateDirect;

  /**
   * @param bytes of memory that may be taken; more than 0
   * @param folder for files of this process; it is not looked at before one is needed
   */
  public Storage(long bytes, Path folder) {
    this(bytes, folder, f -> f.toFile().getUsableSpace());
  }

  /**
   * @param room how many bytes the folder can take
   */
  Storage(long bytes, Path folder, ToLongFunction<Path> room) {
    this.left = new AtomicLong(bytes);
    // Java's own limit for buffers outside of its heap, unless another is given to it
    this.outsideOfHeap = new AtomicLong(Runtime.getRuntime().maxMemory() - JAVA_BUFFERS);
    this.folder = folder;
    this.room = room;
  }

  /** All the memory that Java gives; what goes beyond is in the usual temporary folder. */
  public static Storage unlimited() {
    return new Storage(Long.MAX_VALUE, temporaryFolder());
  }

  /** Memory of Java's heap, for what is soon let go. */
  public static Storage ofHeap() {
    Storage heap = unlimited();
    heap.buffers = ByteBuffer::allocate;
    heap.outsideOfHeap.set(Long.MAX_VALUE);
    return heap;
  }

  /** The folder that is usual for temporary files. */
  public static Path temporaryFolder() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** Takes memory; false, and none is taken, if there is not so much left. */
  public boolean reserve(long bytes) {
    return take(left, bytes);
  }

  /** Gives back what was taken. */
  public void release(long bytes) {
    left.addAndGet(bytes);
  }

  /** The bytes that may still be taken. */
  public long left() {
    return left.get();
  }

  private static boolean take(AtomicLong from, long bytes) {
    return from.getAndUpdate(left -> left >= bytes ? left - bytes : left) >= bytes;
  }

  /**
   * Memory, outside of Java's heap where nothing else is wanted; empty if there is not so much
   * left.
   */
  public Optional<ByteBuffer> allocate(int bytes) {
    if (!reserve(bytes)) {
      return Optional.empty();
    }
    if (!take(outsideOfHeap, bytes)) {
      release(bytes);
      return Optional.empty();
    }
    return Optional.of(buffers.apply(bytes));
  }

  /** A file for what goes beyond the memory. */
  public ScratchFile scratchFile() {
    return ScratchFile.in(folder, () -> room.applyAsLong(folder));
  }
}
