package gdtrain.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/**
 * Slabs of numbers that lie in a file. A column's part of a slab is read as a whole and kept for
 * the thread's next questions, as columns are mostly read from top to bottom.
 */
final class FiledSlabs {
  /** So many threads keep a part of each column; with more some share one. */
  private static final int READERS = 16;

  private final ScratchFile file;
  private final int slabBytes;
  private final int segmentBytes;
  private final Segment[] recent;

  /** All is final, so that a thread which sees one that another made sees all of it. */
  private record Segment(int slab, DoubleBuffer numbers) {}

  /**
   * @param segmentBytes what one column takes of a slab
   */
  FiledSlabs(ScratchFile file, int columns, int segmentBytes) {
    this.file = file;
    this.slabBytes = columns * segmentBytes;
    this.segmentBytes = segmentBytes;
    this.recent = new Segment[columns * READERS];
  }

  /** Adds the next slab. */
  void append(ByteBuffer slab) {
    file.append(slab);
  }

  /**
   * The numbers of a column.
   *
   * @param slab the first in the file is 0
   */
  DoubleBuffer segment(int column, int slab) {
    int reader = (int) Thread.currentThread().getId() & (READERS - 1);
    int place = column * READERS + reader;
    Segment segment = recent[place];
    if (segment == null || segment.slab != slab) {
      segment = new Segment(slab, read(column, slab));
      recent[place] = segment;
    }
    return segment.numbers;
  }

  private DoubleBuffer read(int column, int slab) {
    ByteBuffer bytes = ByteBuffer.allocate(segmentBytes).order(ByteOrder.nativeOrder());
    file.read((long) slab * slabBytes + (long) column * segmentBytes, bytes);
    return bytes.flip().asDoubleBuffer();
  }
}
