package gdtrain.lint;

import gdtrain.table.TextColumn;
import java.util.ArrayList;
import java.util.List;

/** Categories with nearly as many levels as there are rows, as names have in a short table. */
final class ManyLevels implements Rule {
  @Override
  public List<Finding> findings(TrainingRows rows) {
    List<Finding> findings = new ArrayList<>();
    for (TextColumn column : rows.texts()) {
      if (2 * column.levels().size() > rows.count()) {
        findings.add(finding(column, rows));
      }
    }
    return findings;
  }

  private static Finding finding(TextColumn column, TrainingRows rows) {
    String sentence =
        "column '%s' has %,d different texts in %,d rows, so its weights learn single rows by heart; %s leaves it out"
            .formatted(
                column.name(), column.levels().size(), rows.count(), Remedy.exclude(column, rows));
    return new Finding(
        Severity.WARNING, "texts that hardly repeat", List.of(column.name()), sentence);
  }
}
