package gdtrain.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Numbers while they grow. Rows are gathered in a {@link GrowingSlab}; once it is full, any thread
 * works out what it comes to, and it moves in its turn to where it stays: packed into memory or,
 * when there is none left, as it is into a file. So growing copies nothing twice.
 */
final class NumbersBuilder {
  private static final int SLAB_BYTES = 1 << 18;
  private static final int LEAST_ROWS = 1 << 4;
  private static final int MOST_ROWS = 1 << 12;

  /**
   * A slab that is factorised has so many times the rows of its factor, so that merging is cheap.
   */
  private static final int LEAST_SHARE = 2;

  /** So many full slabs may wait for those before them, or for a slow disk. */
  private static final int MOST_WAITING = 8;

  private final int columns;
  private final Storage storage;
  private final Optional<GrowingFactor> factor;
  private final int shift;
  private final Queue<GrowingSlab> free = new ConcurrentLinkedQueue<>();
  private final Queue<GrowingSlab> full = new ConcurrentLinkedQueue<>();
  private final Ordered<GrowingSlab> storing = new Ordered<>(this::store);
  private final List<Tally> tallies;
  private final List<Slab> slabs = new ArrayList<>();
  private final Queue<Runnable> postponed = new ArrayDeque<>();
  private int waiting; // both are guarded by what is postponed
  private GrowingSlab growing;
  private int begun;
  private int rows;
  private volatile long expectedRows;
  private volatile FiledSlabs filed;
  private Numbers numbers;

  /**
   * No rows yet.
   *
   * @param factor of some columns, to grow with them
   */
  NumbersBuilder(int columns, Storage storage, Optional<GrowingFactor> factor) {
    this.columns = columns;
    this.storage = storage;
    int slabRows = SLAB_BYTES / (Double.BYTES * Math.max(columns, 1));
    slabRows = Math.min(Math.max(slabRows, LEAST_ROWS), MOST_ROWS);
    this.shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(slabRows);
    this.factor = factor.filter(f -> LEAST_SHARE * (1 + f.columns()) <= 1 << shift);
    this.tallies = Stream.generate(Tally::new).limit(columns).toList();
  }

  int rows() {
    return rows;
  }

  /** So many rows there will be, about. */
  void expect(long rows) {
    expectedRows = rows;
  }

  /** Adds rows from values that stand row after row; one thread at a time. */
  void append(double[] values, int count) {
    rows = Math.addExact(rows, count);
    for (int from = 0; from < count; ) {
      growing = growing == null ? begin() : growing;
      from += growing.take(values, from, count - from);
      if (growing.isFull()) {
        endSlab();
      }
    }
  }

  private void endSlab() {
    full.add(growing);
    growing = null;
    synchronized (postponed) {
      waiting++;
    }
  }

  private GrowingSlab begin() {
    GrowingSlab slab = free.poll();
    if (slab == null) {
      int factored = factor.map(GrowingFactor::columns).orElse(0);
      slab = new GrowingSlab(columns, factored, 1 << shift);
    }
    return slab.begin(begun++);
  }

  /** Does something at once or, where many slabs wait to be stored, once there are few. */
  void whenFewWait(Runnable action) {
    synchronized (postponed) {
      if (waiting > MOST_WAITING) {
        postponed.add(action);
        return;
      }
    }
    action.run();
  }

  /** Does what is to be done of slabs that are full; any thread, while another may append. */
  void workOut() {
    for (GrowingSlab slab = full.poll(); slab != null; slab = full.poll()) {
      slab.workOut(filed == null, factor.isPresent() && factor.get().isWanted());
      storing.bring(slab.index(), slab);
    }
  }

  /** In the order of the slabs, one at a time. */
  private void store(GrowingSlab slab) {
    for (int column = 0; column < columns; column++) {
      tallies.get(column).add(slab.tallies().get(column));
    }
    factor.ifPresent(f -> f.add(slab));
    if (filed == null && !storeInMemory(slab)) {
      ScratchFile file = storage.scratchFile();
      long left = Math.max(0, expectedRows - ((long) slabs.size() << shift));
      file.expect(left * columns * Double.BYTES);
      filed = new FiledSlabs(file, columns, 1 << shift);
    }
    if (filed != null) {
      filed.append(slab.numbers());
    }
    free.add(slab);
    List<Runnable> due = stored();
    due.forEach(Runnable::run);
  }

  /** One slab less waits: what may now be done. */
  private List<Runnable> stored() {
    synchronized (postponed) {
      waiting--;
      List<Runnable> due = waiting > MOST_WAITING ? List.of() : List.copyOf(postponed);
      postponed.removeAll(due);
      return due;
    }
  }

  private boolean storeInMemory(GrowingSlab slab) {
    Optional<Slab> stored = storage.allocate(slab.packedBytes()).map(slab::packed);
    stored.ifPresent(slabs::add);
    return stored.isPresent();
  }

  /** All rows; no more can be added. */
  Numbers numbers() {
    if (numbers == null) {
      if (growing != null) {
        endSlab();
      }
      workOut();
      Summary summary =
          new Summary(
              tallies.stream().map(Tally::statistics).toList(),
              factor.flatMap(GrowingFactor::factor));
      numbers = new Numbers(rows, shift, slabs, filed, summary);
    }
    return numbers;
  }
}
