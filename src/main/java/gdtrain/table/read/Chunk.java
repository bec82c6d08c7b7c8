package gdtrain.table.read;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bytes of a file from the start of a record to the end of one, and the rows made of them. Used
 * again for a later part once its bytes are hashed and its rows are in the table.
 */
final class Chunk {
  /** Hashing the bytes and adding the rows. */
  private static final int STAGES = 2;

  private final RecordBatch batch;
  private final AtomicInteger stages = new AtomicInteger();
  private byte[] bytes = {};
  private int length;
  private int number;
  private long offset;
  private boolean quoted;
  private boolean atFault;

  Chunk(CsvSchema schema) {
    this.batch = new RecordBatch(schema);
  }

  /**
   * Becomes another part.
   *
   * @param number of the chunk, from 0
   * @param offset of its first byte in the file
   */
  void begin(int number, long offset) {
    this.number = number;
    this.offset = offset;
    this.length = 0;
    this.atFault = false;
    stages.set(STAGES);
    batch.clear();
  }

  /**
   * Ends the part.
   *
   * @param length how many bytes it has
   * @param quoted whether there may be quotes among them
   */
  void end(int length, boolean quoted) {
    this.length = length;
    this.quoted = quoted;
  }

  /** The bytes of the chunk, with room for the given number; those that are there are kept. */
  byte[] room(int size) {
    if (bytes.length < size) {
      bytes = Arrays.copyOf(bytes, size);
    }
    return bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  int number() {
    return number;
  }

  long offset() {
    return offset;
  }

  boolean isFirst() {
    return number == 0;
  }

  boolean isQuoted() {
    return quoted;
  }

  /** Whether there is something in the part, or in what follows, that cannot be read. */
  boolean isAtFault() {
    return atFault;
  }

  void setAtFault() {
    atFault = true;
  }

  /** Ends one stage of the work, on any thread; true if it was the last. */
  boolean endStage() {
    return stages.decrementAndGet() == 0;
  }

  RecordBatch batch() {
    return batch;
  }
}
