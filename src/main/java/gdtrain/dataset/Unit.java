package gdtrain.dataset;

import gdtrain.table.BadTable;
import gdtrain.table.Statistics;

/**
 * What a feature is measured from and in: {@code scaled = (raw - center) / scale}.
 *
 * @param center subtracted from the raw value
 * @param scale divides the difference; finite, not 0
 */
public record Unit(double center, double scale) {
  /** That of a feature that stays as it is. */
  public static final Unit RAW = new Unit(0, 1);

  /**
   * The unit of values with these statistics; constant values keep their size.
   *
   * @param centred whether there is an intercept, which takes up the centers; if not they are 0
   */
  static Unit of(Scaling scaling, Statistics statistics, boolean centred) {
    Unit unit = of(scaling, statistics);
    return centred ? unit : new Unit(0, unit.scale);
  }

  private static Unit of(Scaling scaling, Statistics statistics) {
    boolean constant = !statistics.varies();
    return switch (scaling) {
      case STANDARD -> new Unit(statistics.mean(), constant ? 1 : statistics.deviation());
      case MINMAX ->
          new Unit(
              statistics.smallest(), constant ? 1 : statistics.largest() - statistics.smallest());
      case NONE -> RAW;
    };
  }

  /** Whether it is another than the value's own. */
  public boolean isScaled() {
    return center != 0 || scale != 1;
  }

  double scaled(double raw) {
    return (raw - center) / scale;
  }

  /** The raw value of a scaled one. */
  public double raw(double scaled) {
    return center + scale * scaled;
  }

  /** Checks that one can measure in it; {@code what} names the values in the sentence if not. */
  void check(String what) {
    if (scale == 0 || !Double.isFinite(scale) || !Double.isFinite(center)) {
      throw new BadTable(
          "%s cannot be scaled by center %s and scale %s; give it another unit"
              .formatted(what, center, scale));
    }
  }
}
