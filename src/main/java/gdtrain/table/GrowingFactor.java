package gdtrain.table;

import gdtrain.qr.Elimination;
import gdtrain.qr.RawFactor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@link RawFactor} of columns while they grow, slab by slab. It is given up where nobody could
 * use it: once a cell is missing or there are too many rows, or where the target looks like
 * classes.
 */
final class GrowingFactor {
  private final int columns;
  private final int target;
  private final int mostRows;
  private final double[] origin;
  private Elimination elimination;
  private int rows;
  private boolean givenUp;

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
    this.origin = new double[1 + columns];
  }

  /**
   * Adds a slab.
   *
   * @param ones the constant, as many as there are rows
   * @param tallies of the columns, with the slab
   */
  void add(double[] ones, double[][] values, int count, List<Tally> tallies) {
    rows += count;
    givenUp |= rows > mostRows || !tallies.stream().limit(columns).allMatch(Tally::isComplete);
    if (elimination == null && !givenUp) {
      begin(values[target], count, tallies);
    }
    if (!givenUp) {
      double[][] all =
          Stream.concat(Stream.of(ones), Arrays.stream(values).limit(columns))
              .toArray(double[][]::new);
      elimination.add(all, origin, count);
    }
  }

  private void begin(double[] targets, int count, List<Tally> tallies) {
    givenUp = Arrays.stream(targets, 0, count).distinct().limit(3).count() < 3;
    for (int j = 0; j < columns; j++) {
      origin[1 + j] = tallies.get(j).reference();
    }
    elimination = new Elimination(1 + columns);
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
