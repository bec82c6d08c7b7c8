package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How strongly each row pulls at its prediction where descent starts: {@code w |truth - mean|} for
 * numbers, {@code w (1 - p)} for classes, where p is the share of the row's class. These are the
 * slopes of squared error (halved) and cross-entropy.
 */
final class Slopes {
  private final double[] sizes;

  Slopes(Rows rows) {
    sizes = rows.classes() ? ofClasses(rows) : ofNumbers(rows);
  }

  private static double[] ofNumbers(Rows rows) {
    NumericColumn target = (NumericColumn) rows.targetColumn();
    Moments moments = rows.moments(target);
    return IntStream.range(0, rows.count())
        .mapToDouble(row -> rows.weight(row) * moments.distance(target.value(row)))
        .toArray();
  }

  private static double[] ofClasses(Rows rows) {
    Column target = rows.targetColumn();
    Map<String, Double> weights = new HashMap<>();
    double total = 0;
    for (int row = 0; row < rows.count(); row++) {
      weights.merge(RareClasses.label(target, row), rows.weight(row), Double::sum);
      total += rows.weight(row);
    }
    double all = total;
    return IntStream.range(0, rows.count())
        .mapToDouble(
            row -> rows.weight(row) * (1 - weights.get(RareClasses.label(target, row)) / all))
        .toArray();
  }

  double largest() {
    return Arrays.stream(sizes).max().orElse(0);
  }

  double size(int row) {
    return sizes[row];
  }
}
