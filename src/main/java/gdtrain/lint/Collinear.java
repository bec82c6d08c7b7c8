package gdtrain.lint;

import gdtrain.table.NumericColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numeric columns that equal others or are a weighted sum of them, so that they add nothing. */
final class Collinear implements Rule {
  /** More columns would take seconds. */
  static final int MOST_COLUMNS = 300;

  private static final double WORK = 5e6; // multiplications, where the columns are few

  private static final String KIND = "columns that follow from others";

  @Override
  public List<Finding> findings(TrainingRows rows) {
    List<NumericColumn> columns = candidates(rows);
    if (columns.size() > MOST_COLUMNS) {
      String sentence =
          "among %,d columns of numbers those that follow from others are not looked for; %,d are the most"
              .formatted(columns.size(), MOST_COLUMNS);
      return List.of(Finding.hint(KIND, sentence));
    }
    return columns.size() < 2 ? List.of() : findings(columns, rows);
  }

  /** Columns of numbers that are mostly present. */
  static List<NumericColumn> candidates(TrainingRows rows) {
    return rows.numbers().stream()
        .filter(column -> rows.moments(column).count() > rows.count() / 2)
        .toList();
  }

  private static List<Finding> findings(List<NumericColumn> columns, TrainingRows rows) {
    int width = columns.size();
    int[] sample = rows.complete(columns, (int) Math.max(3.0 * (width + 1), WORK / width / width));
    List<Finding> findings = new ArrayList<>();
    if (sample.length >= TrainingRows.FEWEST) {
      IndependentColumns independent = new IndependentColumns(rows, sample);
      for (NumericColumn column : columns) {
        Optional<LinearRelation> relation = independent.add(column);
        relation.map(r -> finding(r, rows)).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Finding finding(LinearRelation relation, TrainingRows rows) {
    String name = relation.result().name();
    String same = relation.isEquality() ? "the same as " : "";
    String sentence =
        "column '%s' is %s%s, so it adds nothing; %s leaves it out"
            .formatted(name, same, relation.text(), FindingText.exclude(relation.result(), rows));
    return Finding.warning(KIND, sentence, name);
  }
}
