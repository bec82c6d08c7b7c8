package gdtrain.dataset.preparation;

import gdtrain.compute.Magnitude;
import gdtrain.compute.Quantile;
import gdtrain.dataset.encoding.Unit;
import gdtrain.table.store.Statistics;
import java.util.Arrays;
import java.util.function.Supplier;

/** How numeric inputs are scaled, by statistics of the training rows. */
public enum Scaling {
  /** Mean 0 and standard deviation 1 (divisor n). */
  STANDARD,
  /** Smallest value 0, largest 1. */
  MINMAX,
  /**
   * Median 0 and distance 1 between the quartiles, which outliers do not move; where the quartiles
   * are equal, values keep their size ({@link Quantile}).
   */
  ROBUST,
  /** As they are. */
  NONE;

  /**
   * The unit of values with these statistics. Constant values and those that are not scaled keep
   * their size, but for a power of two where a double could not hold their squares.
   *
   * @param centred whether there is an intercept, which takes up the centers; if not they are 0
   * @param values all of them, in any order; looked at only where statistics do not suffice
   */
  Unit unit(Statistics statistics, boolean centred, Supplier<double[]> values) {
    double[] sorted = this == ROBUST ? values.get() : new double[0];
    Arrays.sort(sorted);
    double center =
        switch (this) {
          case STANDARD -> statistics.mean();
          case MINMAX -> statistics.smallest();
          case ROBUST -> Quantile.of(sorted, 0.5);
          case NONE -> 0;
        };
    return new Unit(centred ? center : 0, scale(statistics, sorted));
  }

  private double scale(Statistics statistics, double[] sorted) {
    double size = Math.max(Math.abs(statistics.smallest()), Math.abs(statistics.largest()));
    double spread =
        switch (this) {
          case STANDARD -> statistics.varies() ? statistics.deviation() : 0;
          case MINMAX -> statistics.varies() ? statistics.largest() - statistics.smallest() : 0;
          case ROBUST -> Quantile.of(sorted, 0.75) - Quantile.of(sorted, 0.25);
          case NONE -> 0;
        };
    return spread == 0 ? Magnitude.unit(size) : spread;
  }
}
