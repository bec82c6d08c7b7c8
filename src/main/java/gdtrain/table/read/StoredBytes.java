package gdtrain.table.read;

import gdtrain.table.store.ScratchFile;
import gdtrain.table.store.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Bytes that can be had only once, such as those of standard input: stored as they are first read,
 * in memory or, if there is none left, in a file. No more are taken than are read, so that what has
 * no end can be judged by its beginning.
 */
final class StoredBytes implements Source.Bytes {
  private static final int BLOCK = 1 << 18;

  private final Source.Bytes once;
  private final Storage storage;
  private final List<ByteBuffer> blocks = new ArrayList<>();
  private ScratchFile file;
  private long inMemory;
  private long size;
  private InputStream rest;
  private boolean ended;
  private final List<Reading> readings = new ArrayList<>();
  private final List<byte[]> recent = new ArrayList<>();
  private boolean forgetful;
  private long stored;
  private long recentFrom;

  StoredBytes(Source.Bytes once, Storage storage) {
    this.once = once;
    this.storage = storage;
  }

  @Override
  public InputStream open() throws IOException {
    if (rest == null) {
      rest = once.open();
    }
    if (forgetful) {
      throw new IllegalStateException("the first bytes are forgotten");
    }
    readings.add(new Reading());
    return readings.get(readings.size() - 1);
  }

  /** From now on keeps no more than open streams have yet to read; no other can be opened. */
  @Override
  public void forget() {
    if (!forgetful) {
      forgetful = true;
      stored = size;
      recentFrom = size;
      forgetRead();
    }
  }

  private void forgetRead() {
    long read = readings.stream().mapToLong(reading -> reading.at).min().orElse(size);
    if (read >= stored) {
      blocks.clear();
    }
    while (!recent.isEmpty() && read >= recentFrom + recent.get(0).length) {
      recentFrom += recent.remove(0).length;
    }
  }

  @Override
  public long size() throws IOException {
    while (!ended) {
      storeMore();
    }
    return size;
  }

  @Override
  public boolean mayGoOn() {
    return !ended;
  }

  private void storeMore() throws IOException {
    byte[] block = new byte[BLOCK];
    int count = rest.readNBytes(block, 0, block.length);
    if (forgetful) {
      recent.add(Arrays.copyOf(block, count));
    } else {
      add(ByteBuffer.wrap(block, 0, count));
    }
    size += count;
    if (count < block.length) {
      ended = true;
      rest.close();
    }
  }

  private void add(ByteBuffer block) {
    Optional<ByteBuffer> memory =
        file == null ? storage.allocate(block.remaining()) : Optional.empty();
    if (memory.isPresent()) {
      inMemory += block.remaining();
      blocks.add(memory.get().put(block));
      return;
    }
    if (file == null) {
      file = storage.scratchFile();
    }
    file.append(block);
  }

  /** Reads all from the start; blocks are of one length, but for the last. */
  private final class Reading extends InputStream {
    private long at;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, target.length);
      if (at == size && !ended) {
        storeMore();
      }
      if (at == size) {
        return -1;
      }
      long end = forgetful && at < stored ? stored : size;
      int count = (int) Math.min(length, (at < inMemory ? inMemory : end) - at);
      if (forgetful && at >= stored) {
        byte[] block = recent.get((int) ((at - recentFrom) / BLOCK));
        int within = (int) ((at - recentFrom) % BLOCK);
        count = Math.min(count, block.length - within);
        System.arraycopy(block, within, target, offset, count);
      } else if (at < inMemory) {
        int within = (int) (at % BLOCK);
        count = Math.min(count, BLOCK - within);
        blocks.get((int) (at / BLOCK)).get(within, target, offset, count);
      } else {
        file.read(at - inMemory, ByteBuffer.wrap(target, offset, count));
      }
      at += count;
      if (forgetful) {
        forgetRead();
      }
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      while (at + count > size && !ended) {
        storeMore();
      }
      long skipped = Math.max(0, Math.min(count, size - at));
      at += skipped;
      return skipped;
    }

    @Override
    public void close() {
      readings.remove(this);
    }
  }
}
