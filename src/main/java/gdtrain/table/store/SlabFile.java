package gdtrain.table.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/**
 * Slabs of numbers in a file. A column's part of a slab is read as a whole and kept for the
 * thread's next reads, as columns are mostly read from top to bottom.
 */
final class SlabFile {
  /** The number of threads that keep a part of each column; with more, some share one. */
  private static final int READERS = 16;

  private final ScratchFile file;
  private final int columns;
  private final int segmentBytes;
  private final ByteBuffer writing;
  private final Segment[] recent;

  /** All is final, so that a thread which sees one that another made sees all of it. */
  private record Segment(int slab, DoubleBuffer numbers) {}

  /**
   * A file without slabs.
   *
   * @param rows of each slab; the last may have fewer, and takes as much room
   */
  SlabFile(ScratchFile file, int columns, int rows) {
    this.file = file;
    this.columns = columns;
    this.segmentBytes = Double.BYTES * rows;
    this.writing =
        ByteBuffer.allocateDirect(Math.multiplyExact(columns, segmentBytes))
            .order(ByteOrder.nativeOrder());
    this.recent = new Segment[columns * READERS];
  }

  /** Adds the next slab, column after column. */
  void append(double[][] slab) {
    writing.clear();
    for (int column = 0; column < columns; column++) {
      writing.position(column * segmentBytes).asDoubleBuffer().put(slab[column]);
    }
    file.append(writing.rewind());
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
    file.read(((long) slab * columns + column) * segmentBytes, bytes);
    return bytes.flip().asDoubleBuffer();
  }
}
