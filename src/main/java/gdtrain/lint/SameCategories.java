package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Categories that correspond one to one to another column, of texts or numbers. */
final class SameCategories implements Rule {
  /** Every two are compared: of more columns that takes longer than to train. */
  private static final int MOST_COLUMNS = 1000;

  @Override
  public List<Finding> findings(TrainingRows rows) {
    if (rows.inputs().size() > MOST_COLUMNS) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    List<Column> different = new ArrayList<>();
    for (Column column : rows.inputs()) {
      Optional<Column> same = different.stream().filter(c -> same(c, column, rows)).findFirst();
      same.map(c -> finding(c, column, rows)).ifPresent(findings::add);
      if (same.isEmpty()) {
        different.add(column);
      }
    }
    return findings;
  }

  /**
   * Not for two numeric columns, which may differ all the same: one may be a square of the other.
   */
  private static boolean same(Column one, Column other, TrainingRows rows) {
    boolean text = one instanceof TextColumn || other instanceof TextColumn;
    return text && OneToOneMapping.between(one, other, rows.count());
  }

  private static Finding finding(Column one, Column other, TrainingRows rows) {
    String sentence =
        "columns '%s' and '%s' hold the same: each value of one occurs with one value of the other; %s leaves one out"
            .formatted(one.name(), other.name(), FindingText.exclude(other, rows));
    return Finding.warning("columns that tell the same", sentence, other.name());
  }
}
