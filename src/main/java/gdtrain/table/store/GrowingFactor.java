package gdtrain.table.store;

import gdtrain.compute.Pool;
import gdtrain.qr.Elimination;
import gdtrain.qr.RawFactor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A {@link RawFactor} of the first columns of a table while they grow, slab by slab: any thread
 * factorises a slab, and the parts are merged in the order of the slabs. It is given up where it
 * would be of no use: once a cell is missing or there are too many rows, or where the target looks
 * like classes.
 */
public final class GrowingFactor {
  /** The least number of rows of a slab per row of its factor, so that merging is cheap. */
  private static final int LEAST_SHARE = 2;

  private final int columns;
  private final int target;
  private final int mostRows;
  private final Pool<Elimination> eliminations;
  private double[] origin;
  private Elimination elimination;
  private int rows;
  private volatile boolean givenUp;

  /** R of {@code [1, X - origin]} for the rows of a slab. */
  static final class Part {
    private final double[][] triangle;
    private final double[] origin;

    private Part(double[][] triangle, double[] origin) {
      this.triangle = triangle;
      this.origin = origin;
    }
  }

  /**
   * Begins without rows.
   *
   * @param columns how many, from the first
   * @param target which of them is to be predicted
   * @param mostRows the number of rows beyond which the factor would be of no use
   */
  public GrowingFactor(int columns, int target, int mostRows) {
    this.columns = columns;
    this.target = target;
    this.mostRows = mostRows;
    this.eliminations = new Pool<>(() -> new Elimination(1 + columns));
  }

  /** Whether merging the factors of slabs of this size costs little beside factorising them. */
  boolean isQuickWith(int slabRows) {
    return LEAST_SHARE * (1 + columns) <= slabRows;
  }

  /**
   * Factorises a slab on any thread; empty where the factor is given up, or a cell is missing.
   *
   * @param numbers column after column
   * @param statistics of the columns
   */
  Optional<Part> part(double[][] numbers, List<RunningStatistics> statistics, int count) {
    if (givenUp || !statistics.stream().limit(columns).allMatch(RunningStatistics::isComplete)) {
      return Optional.empty();
    }
    double[][] all = new double[1 + columns][];
    double[] origins = new double[1 + columns];
    all[0] = new double[count];
    Arrays.fill(all[0], 1);
    for (int j = 0; j < columns; j++) {
      all[1 + j] = numbers[j];
      origins[1 + j] = statistics.get(j).reference();
    }
    Elimination alone = eliminations.take();
    alone.add(all, origins, count);
    double[][] triangle = alone.take();
    eliminations.give(alone);
    return Optional.of(new Part(triangle, origins));
  }

  /**
   * Adds the next slab.
   *
   * @param part the factor of its rows
   * @param numbers column after column
   */
  void add(Optional<Part> part, double[][] numbers, int count) {
    rows += count;
    givenUp |= rows > mostRows || part.isEmpty();
    if (givenUp) {
      return;
    }
    if (elimination == null) {
      givenUp = looksLikeClasses(numbers[target], count);
      origin = part.get().origin;
      elimination = new Elimination(part.get().triangle);
    } else {
      elimination.addTriangle(moved(part.get()));
    }
  }

  private static boolean looksLikeClasses(double[] targets, int count) {
    return Arrays.stream(targets, 0, count).distinct().limit(3).count() < 3;
  }

  /** As if the first part's origin had been subtracted: only the row of the constant changes. */
  private double[][] moved(Part part) {
    double[][] triangle = part.triangle;
    for (int j = 1; j <= columns; j++) {
      triangle[j][0] += (part.origin[j] - origin[j]) * triangle[0][0];
    }
    return triangle;
  }

  /** The factor; empty if it was given up, or has overflowed. No rows can be added any more. */
  Optional<RawFactor> factor() {
    if (givenUp || elimination == null) {
      return Optional.empty();
    }
    double[][] triangle = elimination.triangle();
    boolean finite =
        Arrays.stream(triangle).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    return Optional.of(new RawFactor(triangle, origin)).filter(factor -> finite);
  }
}
