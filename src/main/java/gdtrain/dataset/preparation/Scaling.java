package gdtrain.dataset.preparation;

import gdtrain.compute.Magnitude;
import gdtrain.dataset.encoding.Unit;
import gdtrain.table.store.Statistics;

/** How numeric inputs are scaled, by statistics of the training rows. */
public enum Scaling {
  /** Mean 0 and standard deviation 1 (divisor n). */
  STANDARD,
  /** Smallest value 0, largest 1. */
  MINMAX,
  /** As they are. */
  NONE;

  /**
   * The unit of values with these statistics. Constant values and those that are not scaled keep
   * their size, but for a power of two where a double could not hold their squares.
   *
   * @param centred whether there is an intercept, which takes up the centers; if not they are 0
   */
  Unit unit(Statistics statistics, boolean centred) {
    double center =
        switch (this) {
          case STANDARD -> statistics.mean();
          case MINMAX -> statistics.smallest();
          case NONE -> 0;
        };
    return new Unit(centred ? center : 0, scale(statistics));
  }

  private double scale(Statistics statistics) {
    boolean constant = !statistics.varies();
    double size = Math.max(Math.abs(statistics.smallest()), Math.abs(statistics.largest()));
    return switch (this) {
      case STANDARD -> constant ? Magnitude.unit(size) : statistics.deviation();
      case MINMAX -> constant ? Magnitude.unit(size) : statistics.largest() - statistics.smallest();
      case NONE -> Magnitude.unit(size);
    };
  }
}
