package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.TextColumn;
import java.util.HashMap;
import java.util.Map;

/** Whether every value of a column goes with one value of another, and the other way round. */
final class OneToOneMapping {
  private OneToOneMapping() {}

  /**
   * Whether two columns tell the same, wherever both have a value: in half of the rows at least,
   * with two different values at least, each twice on average.
   */
  static boolean tells(Column one, Column other, int rows) {
    Map<Object, Object> there = new HashMap<>();
    Map<Object, Object> back = new HashMap<>();
    int met = 0;
    for (int row = 0; row < rows; row++) {
      if (!one.isMissing(row) && !other.isMissing(row)) {
        met++;
        Object from = value(one, row);
        Object to = value(other, row);
        Object before = there.putIfAbsent(from, to);
        Object behind = back.putIfAbsent(to, from);
        boolean contradicts =
            (before != null && !before.equals(to)) || (behind != null && !behind.equals(from));
        if (contradicts || there.size() > rows / 2) {
          return false;
        }
      }
    }
    return there.size() > 1 && 2 * there.size() <= met && 2 * met >= rows;
  }

  private static Object value(Column column, int row) {
    return column instanceof NumericColumn numbers
        ? (Object) numbers.value(row)
        : (Object) ((TextColumn) column).code(row);
  }
}
