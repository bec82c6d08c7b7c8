package gdtrain.lint;

import gdtrain.dataset.ClassWeights;
import gdtrain.dataset.Preparation;
import gdtrain.dataset.Schema;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Looks for what is odd about rows. */
public final class Lint {
  /** A column is told of by the first rule that finds it odd, so the order is part of the rules. */
  private static final List<Rule> RULES =
      List.of(
          new ConstantTarget(),
          new Leaks(),
          new SameCategories(),
          new Collinear(),
          new MostlyMissing(),
          new ManyLevels(),
          new Placeholders(),
          new Outliers(),
          new Identifiers(),
          new Scales(),
          new RareLevels(),
          new RareClasses(),
          new RepeatedRows());

  /** Of more rows so many are looked at, which tell as much and take little memory. */
  private static final int MOST_ROWS = 1_000_000;

  private Lint() {}

  /**
   * What is odd about rows, the gravest first; nothing of fewer than 10. Of more than a million as
   * many as that, or a little more than half as many, are looked at, evenly spaced. A column that
   * the wishes include by name is meant as it is: nothing is said of it.
   *
   * @param training the rows that are learned from
   * @param schema fitted on them, by these wishes
   * @param classWeights how much more the rows of a class count
   */
  public static Findings of(
      Table training, Schema schema, Preparation wishes, ClassWeights classWeights) {
    Table looked = sample(training, MOST_ROWS);
    TrainingRows rows = new TrainingRows(looked, schema, wishes, classWeights);
    List<Finding> all = new ArrayList<>();
    for (Rule rule : rows.count() < TrainingRows.FEWEST ? List.<Rule>of() : RULES) {
      List<Finding> found = rule.findings(rows);
      for (Finding finding : found) {
        if (finding.columns().stream().noneMatch(rows::isMeant)) {
          all.add(finding);
        }
        rows.passOver(finding.columns());
      }
    }
    all.sort(Comparator.comparing(Finding::severity)); // keeps the order of rules otherwise
    return new Findings(all, looked.rows(), training.rows());
  }

  /** So many rows at most, evenly spaced from the first on. */
  static Table sample(Table table, int most) {
    int step = (table.rows() - 1) / most + 1;
    return step == 1
        ? table
        : table.select(
            IntStream.iterate(0, row -> row < table.rows(), row -> row + step).toArray());
  }
}
