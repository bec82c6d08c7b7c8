package gdtrain.lint;

import gdtrain.dataset.preparation.InputDoubts;
import gdtrain.table.NumericColumn;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whole numbers that are all different: with few gaps they count rows, as years may too; long ones
 * may be identifiers.
 */
final class Identifiers implements Rule {
  /** Identifiers have numbers from here on. */
  private static final double LONG = 10_000;

  /** In fewer rows, numbers differ by chance. */
  private static final int FEWEST_ROWS = 20;

  @Override
  public List<Finding> findings(TrainingRows rows) {
    if (rows.schema().encodings().size() == 1) {
      return List.of();
    }
    return rows.numbers().stream()
        .filter(column -> column.reading().format().isPlain()) // no dates, times or amounts
        .flatMap(column -> finding(column, rows).stream())
        .toList();
  }

  private static Optional<Finding> finding(NumericColumn column, TrainingRows rows) {
    if (column.value(0) != Math.rint(column.value(0))) {
      return Optional.empty(); // rules out most columns without their moments
    }
    if (counts(column, rows)) {
      boolean doubted = InputDoubts.isRowNumber(column);
      return doubted ? Optional.empty() : Optional.of(counted(column, rows));
    }
    return isLong(column, rows) ? Optional.of(different(column, rows)) : Optional.empty();
  }

  /** Whether every row has a whole number of its own, of as many digits as identifiers have. */
  private static boolean isLong(NumericColumn column, TrainingRows rows) {
    Moments moments = rows.moments(column);
    if (rows.count() < FEWEST_ROWS
        || moments.count() < rows.count()
        || moments.smallest() < 0
        || moments.largest() < LONG) {
      return false;
    }
    Set<Double> seen = new HashSet<>();
    boolean round = true;
    for (int row = 0; row < rows.count(); row++) {
      double value = column.value(row);
      if (value != Math.rint(value) || !seen.add(value)) {
        return false;
      }
      round &= value % 10 == 0; // a measure, perhaps in another unit
    }
    return !round;
  }

  private static Finding different(NumericColumn column, TrainingRows rows) {
    String sentence =
        "column '%s' has a different whole number in every row, such as %s; if it is an identifier, %s leaves it out"
            .formatted(
                column.name(),
                FindingText.cell(column.value(0)),
                FindingText.exclude(column, rows));
    return Finding.hint("whole numbers that are all different", sentence, column.name());
  }

  private static boolean counts(NumericColumn column, TrainingRows rows) {
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

  private static Finding counted(NumericColumn column, TrainingRows rows) {
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
