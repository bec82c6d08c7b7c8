package gdtrain.lint;

import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import java.util.List;
import java.util.stream.IntStream;

/** Inputs that are missing in most rows, so that mostly imputed values are learned from. */
final class MostlyMissing implements Rule {
  @Override
  public List<Finding> findings(TrainingRows rows) {
    return rows.inputs().stream()
        .filter(column -> 2 * missing(column, rows) > rows.count())
        .map(column -> finding(column, rows))
        .toList();
  }

  private static int missing(Column column, TrainingRows rows) {
    return column instanceof NumericColumn numbers
        ? rows.count() - rows.moments(numbers).count()
        : (int) IntStream.range(0, column.rows()).filter(column::isMissing).count();
  }

  private static Finding finding(Column column, TrainingRows rows) {
    boolean imputed = rows.preparation().missing() == MissingPolicy.IMPUTE;
    String filling =
        column instanceof NumericColumn
            ? "filled with the mean"
            : imputed ? "filled with the most frequent text" : "is a category there";
    String sentence =
        "column '%s' is missing in %,d of %,d rows and %s; %s leaves it out"
            .formatted(
                column.name(),
                missing(column, rows),
                rows.count(),
                filling,
                FindingText.exclude(column, rows));
    return Finding.warning("columns that are mostly missing", sentence, column.name());
  }
}
