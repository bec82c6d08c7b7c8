package gdtrain.lint;

import gdtrain.table.NumericColumn;
import java.util.BitSet;
import java.util.List;

/** Whole numbers that count rows: all different, with few gaps. Years may look like that. */
final class Identifiers implements Rule {
  @Override
  public List<Finding> findings(TrainingRows rows) {
    if (rows.schema().encodings().size() == 1) {
      return List.of();
    }
    return rows.numbers().stream()
        .filter(column -> counts(column, rows))
        .map(column -> finding(column, rows))
        .toList();
  }

  private static boolean counts(NumericColumn column, TrainingRows rows) {
    double first = column.value(0);
    if (first != Math.rint(first)) {
      return false; // rules out most columns without their moments
    }
    Moments moments = rows.moments(column);
    double range = moments.largest() - moments.smallest() + 1;
    if (moments.count() < rows.count() || range > 2.0 * rows.count()) {
      return false;
    }
    BitSet seen = new BitSet();
    for (int row = 0; row < rows.count(); row++) {
      double offset = column.value(row) - moments.smallest();
      if (offset != Math.rint(offset) || seen.get((int) offset)) {
        return false;
      }
      seen.set((int) offset);
    }
    return true;
  }

  private static Finding finding(NumericColumn column, TrainingRows rows) {
    Moments moments = rows.moments(column);
    String sentence =
        "column '%s' counts rows, from %s to %s and each number once; if it is an identifier, %s leaves it out"
            .formatted(
                column.name(),
                FindingText.cell(moments.smallest()),
                FindingText.cell(moments.largest()),
                FindingText.exclude(column, rows));
    return Finding.hint("columns that count rows", sentence, column.name());
  }
}
