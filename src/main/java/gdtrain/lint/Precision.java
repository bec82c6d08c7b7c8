package gdtrain.lint;

import gdtrain.table.NumericColumn;

/** What rounding when a column was written may have cost. */
final class Precision {
  private static final int MOST_DIGITS = 9;

  private Precision() {}

  /**
   * Half of the last decimal place that the values need: 0.05 for 0.1 and 338.8, a half for whole
   * numbers; 0 where they have more than 9 decimals.
   */
  static double halfUnit(NumericColumn column) {
    int digits = 0;
    double power = 1;
    for (int row = 0; row < column.rows() && digits <= MOST_DIGITS; row++) {
      while (digits <= MOST_DIGITS && !whole(column.value(row) * power)) {
        digits++;
        power *= 10;
      }
    }
    return digits > MOST_DIGITS ? 0 : 0.5 / power;
  }

  private static boolean whole(double value) {
    boolean fraction = Math.abs(value - Math.rint(value)) > 1e-9 * Math.abs(value);
    return !fraction; // nor has what is missing or infinite
  }
}
