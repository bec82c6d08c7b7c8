package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.TextColumn;
import java.util.HashMap;
import java.util.Map;

/** Tests whether every value of a column occurs with one value of another, and vice versa. */
final class OneToOneMapping {
  private OneToOneMapping() {}

  /**
   * Whether two columns map one to one wherever both have a value: in at least half of the rows,
   * with at least two different values, each twice on average.
   */
  static boolean between(Column one, Column other, int rows) {
    Map<Object, Object> there = new HashMap<>();
    Map<Object, Object> back = new HashMap<>();
    int complete = 0;
    for (int row = 0; row < rows; row++) {
      if (!one.isMissing(row) && !other.isMissing(row)) {
        complete++;
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
    return there.size() > 1 && 2 * there.size() <= complete && 2 * complete >= rows;
  }

  private static Object value(Column column, int row) {
    return column instanceof NumericColumn numbers
        ? (Object) numbers.value(row)
        : (Object) ((TextColumn) column).code(row);
  }
}
