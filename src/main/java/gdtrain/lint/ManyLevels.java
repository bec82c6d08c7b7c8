package gdtrain.lint;

import gdtrain.table.TextColumn;
import java.util.List;

/** Categories with more than half as many levels as there are rows, such as names. */
final class ManyLevels implements Rule {
  @Override
  public List<Finding> findings(TrainingRows rows) {
    return rows.texts().stream()
        .filter(column -> 2 * column.levels().size() > rows.count())
        .map(column -> finding(column, rows))
        .toList();
  }

  private static Finding finding(TextColumn column, TrainingRows rows) {
    String sentence =
        "column '%s' has %,d different texts in %,d rows, so its weights would memorise single rows; %s leaves it out"
            .formatted(
                column.name(),
                column.levels().size(),
                rows.count(),
                FindingText.exclude(column, rows));
    return Finding.warning("columns of texts that hardly repeat", sentence, column.name());
  }
}
