package gdtrain.dataset.encoding;

import gdtrain.table.BadTable;

/**
 * What a feature is measured from and in: {@code scaled = (raw - center) / scale}.
 *
 * @param center subtracted from the raw value
 * @param scale divides the difference; finite, not 0
 */
public record Unit(double center, double scale) {
  /** The unit of a feature that is not scaled. */
  public static final Unit RAW = new Unit(0, 1);

  /** Whether scaled values differ from raw ones. */
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

  /** Checks that values can be scaled; {@code what} names them in the sentence if not. */
  void check(String what) {
    if (scale == 0 || !Double.isFinite(scale) || !Double.isFinite(center)) {
      throw new BadTable(
          "%s cannot be scaled by center %s and scale %s; give it another unit"
              .formatted(what, center, scale));
    }
  }
}
