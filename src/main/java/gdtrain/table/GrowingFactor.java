package gdtrain.table;

import gdtrain.qr.Elimination;
import gdtrain.qr.RawFactor;
import java.util.Arrays;
import java.util.Optional;

/**
 * A {@link RawFactor} of columns while they grow, slab by slab: the factors of the slabs are merged
 * in their order. It is given up where nobody could use it: once a cell is missing or there are too
 * many rows, or where the target looks like classes.
 */
final class GrowingFactor {
  private final int columns;
  private final int target;
  private final int mostRows;
  private double[] origin;
  private Elimination elimination;
  private int rows;
  private volatile boolean givenUp;

  /**
   * No rows yet.
   *
   * @param columns how many, from the first
   * @param target which of them is to be predicted
   * @param mostRows of which it would be of use
   */
  GrowingFactor(int columns, int target, int mostRows) {
    this.columns = columns;
    this.target = target;
    this.mostRows = mostRows;
  }

  int columns() {
    return columns;
  }

  /** Whether the factors of slabs are still of use; asked for by any thread. */
  boolean isWanted() {
    return !givenUp;
  }

  /** Adds the next slab. */
  void add(GrowingSlab slab) {
    rows += slab.rows();
    givenUp |= rows > mostRows || slab.triangle() == null;
    if (givenUp) {
      return;
    }
    if (elimination == null) {
      givenUp = looksLikeClasses(slab.numbers()[target], slab.rows());
      origin = slab.origin().clone();
      elimination = new Elimination(slab.triangle());
    } else {
      elimination.addTriangle(moved(slab));
    }
  }

  private static boolean looksLikeClasses(double[] targets, int count) {
    return Arrays.stream(targets, 0, count).distinct().limit(3).count() < 3;
  }

  /** As if the same had been subtracted as from the first: only the constant's row is another. */
  private double[][] moved(GrowingSlab slab) {
    double[][] triangle = slab.triangle();
    for (int j = 1; j <= columns; j++) {
      triangle[j][0] += (slab.origin()[j] - origin[j]) * triangle[0][0];
    }
    return triangle;
  }

  /** The factor; empty if it was given up, or has overflown. No rows can be added any more. */
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
