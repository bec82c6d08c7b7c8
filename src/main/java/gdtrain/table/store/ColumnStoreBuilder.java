package gdtrain.table.store;

import gdtrain.compute.InOrder;
import gdtrain.qr.RawFactor;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Makes a {@link ColumnStore} of rows that are appended. They are gathered in slabs; any thread
 * then summarises and packs a full slab, while it is in the cache, and in its turn the slab moves
 * to where it stays: packed into memory or, when there is none left, as it is into a file. So
 * growing copies nothing twice.
 */
public final class ColumnStoreBuilder {
  private static final int SLAB_BYTES = 1 << 18;
  private static final int LEAST_ROWS = 1 << 4;
  private static final int MOST_ROWS = 1 << 12;

  /** The number of full slabs that may wait for those before them, or for a slow disk. */
  private static final int MOST_WAITING = 8;

  private final int columns;
  private final Storage storage;
  private final Optional<GrowingFactor> factor;
  private final int shift;
  private final Queue<GrowingSlab> free = new ConcurrentLinkedQueue<>();
  private final Queue<GrowingSlab> full = new ConcurrentLinkedQueue<>();
  private final InOrder<GrowingSlab> storing = new InOrder<>(this::store);
  private final List<RunningStatistics> statistics;
  private final List<Slab> slabs = new ArrayList<>();
  private final Queue<Runnable> postponed = new ArrayDeque<>();
  private int waiting; // guarded, as what is postponed, by the latter
  private GrowingSlab growing;
  private int begun;
  private int rows;
  private volatile long expectedRows;
  private volatile SlabFile file;
  private ColumnStore store;

  /**
   * Begins without rows.
   *
   * @param factor of the first columns, which takes every slab if slabs have enough rows for it
   */
  public ColumnStoreBuilder(int columns, Storage storage, Optional<GrowingFactor> factor) {
    this.columns = columns;
    this.storage = storage;
    int slabRows = SLAB_BYTES / (Double.BYTES * Math.max(columns, 1));
    slabRows = Math.min(Math.max(slabRows, LEAST_ROWS), MOST_ROWS);
    this.shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(slabRows);
    this.factor = factor.filter(f -> f.isQuickWith(1 << shift));
    this.statistics = newStatistics();
  }

  private List<RunningStatistics> newStatistics() {
    return Stream.generate(RunningStatistics::new).limit(columns).toList();
  }

  public int rows() {
    return rows;
  }

  /** Notes how many rows there will be, about. */
  public void expect(long rows) {
    expectedRows = rows;
  }

  /** Adds rows from values that stand row after row; one thread at a time. */
  public void append(double[] values, int count) {
    rows = Math.addExact(rows, count);
    for (int from = 0; from < count; ) {
      growing = growing == null ? begin() : growing;
      from += growing.take(values, from, count - from);
      if (growing.rows == 1 << shift) {
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
    slab = slab == null ? new GrowingSlab() : slab;
    slab.index = begun++;
    slab.rows = 0;
    return slab;
  }

  /** Runs an action at once or, where many slabs wait to be stored, once there are few. */
  public void whenFewWait(Runnable action) {
    synchronized (postponed) {
      if (waiting > MOST_WAITING) {
        postponed.add(action);
        return;
      }
    }
    action.run();
  }

  /** Summarises and stores the slabs that are full; on any thread, while another may append. */
  public void storeFullSlabs() {
    for (GrowingSlab slab = full.poll(); slab != null; slab = full.poll()) {
      slab.summarise();
      storing.bring(slab.index, slab);
    }
  }

  /** Stores one slab at a time, in their order. */
  private void store(GrowingSlab slab) {
    for (int column = 0; column < columns; column++) {
      statistics.get(column).add(slab.statistics.get(column));
    }
    factor.ifPresent(f -> f.add(slab.factor, slab.numbers, slab.rows));
    if (file == null && !storeInMemory(slab)) {
      ScratchFile scratch = storage.scratchFile();
      long left = Math.max(0, expectedRows - ((long) slabs.size() << shift));
      scratch.expect(left * columns * Double.BYTES);
      file = new SlabFile(scratch, columns, 1 << shift);
    }
    if (file != null) {
      file.append(slab.numbers);
    }
    free.add(slab);
    List<Runnable> due = due();
    due.forEach(Runnable::run);
  }

  /** One slab less waits: the actions that may now be run. */
  private List<Runnable> due() {
    synchronized (postponed) {
      waiting--;
      List<Runnable> due = waiting > MOST_WAITING ? List.of() : List.copyOf(postponed);
      postponed.removeAll(due);
      return due;
    }
  }

  private boolean storeInMemory(GrowingSlab slab) {
    Optional<ByteBuffer> bytes = storage.allocate(slab.packing.bytes(slab.rows));
    bytes.ifPresent(b -> slabs.add(slab.packing.slab(slab.numbers, slab.rows, b)));
    return bytes.isPresent();
  }

  /** The numbers of a column in all rows; no more can be added. */
  public ColumnValues column(int column) {
    return new ColumnValues(build(), column, RowNumbers.all(rows));
  }

  /** The factor of all rows, if there is one; no more can be added. */
  public Optional<RawFactor> factor() {
    build();
    return factor.flatMap(GrowingFactor::factor);
  }

  /** All rows; no more can be added. */
  ColumnStore build() {
    if (store == null) {
      if (growing != null) {
        endSlab();
      }
      storeFullSlabs();
      List<Statistics> all = statistics.stream().map(RunningStatistics::statistics).toList();
      store = new ColumnStore(rows, shift, slabs, file, all);
    }
    return store;
  }

  /** Rows on their way into a {@link Slab}, column by column. Used again for later rows. */
  private final class GrowingSlab {
    private final double[][] numbers = new double[columns][0];
    private final Slab.Packing packing = new Slab.Packing(columns);
    private double[] ones = {};
    private List<RunningStatistics> statistics = List.of();
    private Optional<GrowingFactor.Part> factor = Optional.empty();
    private int index;
    private int rows;

    /** Takes rows from values that stand row after row, from one on: as many as fit. */
    int take(double[] values, int from, int count) {
      int taken = Math.min(count, (1 << shift) - rows);
      makeRoom(rows + taken);
      for (int column = 0; column < columns; column++) {
        double[] to = numbers[column];
        for (int i = 0, at = from * columns + column; i < taken; i++, at += columns) {
          to[rows + i] = values[at];
        }
      }
      rows += taken;
      return taken;
    }

    private void makeRoom(int wanted) {
      if (ones.length < wanted) {
        int room = Math.min(1 << shift, 2 * wanted);
        ones = new double[room];
        Arrays.fill(ones, 1);
        for (int column = 0; column < columns; column++) {
          numbers[column] = Arrays.copyOf(numbers[column], room);
        }
      }
    }

    /** Makes all that depends on no other rows: statistics, codes, and the part of the factor. */
    void summarise() {
      statistics = newStatistics();
      for (int column = 0; column < columns; column++) {
        statistics.get(column).add(numbers[column], ones, rows);
      }
      if (file == null) {
        packing.pack(numbers, rows);
      }
      factor = ColumnStoreBuilder.this.factor.flatMap(f -> f.part(numbers, statistics, rows));
    }
  }
}
