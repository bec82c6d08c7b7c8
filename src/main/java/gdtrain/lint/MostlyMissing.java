package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Inputs that are missing in most rows: what is learned from is mostly what fills them. */
final class MostlyMissing implements Rule {
  @Override
  public List<Finding> findings(TrainingRows rows) {
    List<Finding> findings = new ArrayList<>();
    for (Column column : rows.inputs()) {
      if (2 * missing(column, rows) > rows.count()) {
        findings.add(finding(column, rows));
      }
    }
    return findings;
  }

  private static int missing(Column column, TrainingRows rows) {
    return column instanceof NumericColumn numbers
        ? rows.count() - rows.moments(numbers).count()
        : (int) IntStream.range(0, column.rows()).filter(column::isMissing).count();
  }

  private static Finding finding(Column column, TrainingRows rows) {
    String filling = column instanceof NumericColumn ? "the mean" : "the most frequent text";
    String sentence =
        "column '%s' is missing in %,d of %,d rows and filled with %s; %s leaves it out"
            .formatted(
                column.name(),
                missing(column, rows),
                rows.count(),
                filling,
                Remedy.exclude(column, rows));
    return new Finding(
        Severity.WARNING, "columns that are mostly missing", List.of(column.name()), sentence);
  }
}
