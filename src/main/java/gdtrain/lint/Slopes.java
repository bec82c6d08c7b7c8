package gdtrain.lint;

import gdtrain.dataset.LabelIndex;
import gdtrain.table.NumericColumn;
import java.util.function.IntToDoubleFunction;

/**
 * How strongly each row pulls at its prediction where descent starts: {@code w |truth - mean|} for
 * numbers, {@code w (1 - p)} for classes, where p is the share of the row's class. These are the
 * slopes of squared error (halved) and cross-entropy.
 */
final class Slopes {
  private final IntToDoubleFunction size;
  private final double bound;

  Slopes(TrainingRows rows) {
    if (rows.classes()) {
      size = ofClasses(rows);
      bound = rows.heaviest();
    } else {
      NumericColumn target = (NumericColumn) rows.targetColumn();
      Moments moments = rows.moments(target);
      size = row -> rows.weight(row) * moments.distance(target.value(row));
      bound = rows.heaviest() * moments.reach();
    }
  }

  private static IntToDoubleFunction ofClasses(TrainingRows rows) {
    LabelIndex labels = new LabelIndex(rows.targetColumn(), rows.target().classes());
    double[] weights = new double[rows.target().classes().size()];
    double total = 0;
    for (int row = 0; row < rows.count(); row++) {
      weights[labels.of(row)] += rows.weight(row);
      total += rows.weight(row);
    }
    double all = total;
    return row -> rows.weight(row) * (1 - weights[labels.of(row)] / all);
  }

  /** What none exceeds. */
  double bound() {
    return bound;
  }

  double size(int row) {
    return size.applyAsDouble(row);
  }
}
