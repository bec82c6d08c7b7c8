package gdtrain.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Numbers while they grow. The rows at the end wait column by column; once they are some hundred
 * kilobytes, they move as a {@link Slab} to where they stay: packed into memory or, when there is
 * none left, as they are into a file. So growing copies nothing twice.
 */
final class NumbersBuilder {
  private static final int SLAB_BYTES = 1 << 19;
  private static final int LEAST_ROWS = 1 << 4;
  private static final int MOST_ROWS = 1 << 12;

  private final int columns;
  private final Storage storage;
  private final Optional<GrowingFactor> factor;
  private final int shift;
  private final double[][] waiting;
  private final Packing packing;
  private final List<Tally> tallies;
  private final List<Slab> slabs = new ArrayList<>();
  private double[] ones = {};
  private int waitingRows;
  private int rows;
  private long expectedRows;
  private FiledSlabs filed;
  private Numbers numbers;

  /**
   * No rows yet.
   *
   * @param factor of some columns, to grow with them
   */
  NumbersBuilder(int columns, Storage storage, Optional<GrowingFactor> factor) {
    this.columns = columns;
    this.storage = storage;
    this.factor = factor;
    int slabRows = SLAB_BYTES / (Double.BYTES * Math.max(columns, 1));
    slabRows = Math.min(Math.max(slabRows, LEAST_ROWS), MOST_ROWS);
    this.shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(slabRows);
    this.waiting = new double[columns][0];
    this.packing = new Packing(columns);
    this.tallies = Stream.generate(Tally::new).limit(columns).toList();
  }

  int rows() {
    return rows;
  }

  /** So many rows there will be, about. */
  void expect(long rows) {
    expectedRows = rows;
  }

  /** Adds rows from values that stand row after row. */
  void append(double[] values, int count) {
    rows = Math.addExact(rows, count);
    for (int from = 0; from < count; ) {
      int taken = Math.min(count - from, (1 << shift) - waitingRows);
      takeUp(values, from, taken);
      from += taken;
      if (waitingRows == 1 << shift) {
        endSlab();
      }
    }
  }

  private void takeUp(double[] values, int from, int count) {
    makeRoom(waitingRows + count);
    for (int column = 0; column < columns; column++) {
      double[] to = waiting[column];
      for (int i = 0, at = from * columns + column; i < count; i++, at += columns) {
        to[waitingRows + i] = values[at];
      }
    }
    waitingRows += count;
  }

  private void makeRoom(int wanted) {
    if (ones.length < wanted) {
      int room = Math.min(1 << shift, 2 * wanted);
      ones = new double[room];
      Arrays.fill(ones, 1);
      for (int column = 0; column < columns; column++) {
        waiting[column] = Arrays.copyOf(waiting[column], room);
      }
    }
  }

  private void endSlab() {
    for (int column = 0; column < columns; column++) {
      tallies.get(column).add(waiting[column], ones, waitingRows);
    }
    factor.ifPresent(f -> f.add(ones, waiting, waitingRows, tallies));
    if (filed == null && !storeInMemory()) {
      ScratchFile file = storage.scratchFile();
      long left = Math.max(0, expectedRows - ((long) slabs.size() << shift));
      file.expect(left * columns * Double.BYTES);
      filed = new FiledSlabs(file, columns, 1 << shift);
    }
    if (filed != null) {
      filed.append(waiting);
    }
    waitingRows = 0;
  }

  private boolean storeInMemory() {
    Optional<Slab> slab =
        storage
            .allocate(packing.pack(waiting, waitingRows))
            .map(room -> packing.packed(waiting, waitingRows, room));
    slab.ifPresent(slabs::add);
    return slab.isPresent();
  }

  /** All rows; no more can be added. */
  Numbers numbers() {
    if (numbers == null) {
      if (waitingRows > 0) {
        endSlab();
      }
      numbers =
          new Numbers(
              rows,
              shift,
              slabs,
              filed,
              new Summary(
                  tallies.stream().map(Tally::statistics).toList(),
                  factor.flatMap(GrowingFactor::factor)));
    }
    return numbers;
  }
}
