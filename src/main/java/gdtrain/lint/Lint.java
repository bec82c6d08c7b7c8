package gdtrain.lint;

import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.ClassWeights;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Looks for mistakes in the training rows, such as leaks, redundant columns and outliers. */
public final class Lint {
  /** A column is reported by the first rule that applies, so the order matters. */
  private static final List<Rule> RULES =
      List.of(
          new ConstantTarget(),
          new Leaks(),
          new LeakingSum(),
          new SameCategories(),
          new Collinear(),
          new MostlyMissing(),
          new ManyLevels(),
          new Placeholders(),
          new Identifiers(),
          new Outliers(),
          new Scales(),
          new RareLevels(),
          new SimilarClasses(),
          new RareClasses(),
          new RepeatedRows());

  /** Of more rows, a sample of at most this many is examined. */
  private static final int MOST_ROWS = 1_000_000;

  private Lint() {}

  /**
   * Examines the training rows, unless there are fewer than 10; of more than a million, an evenly
   * spaced sample of at least half a million. Columns that are included by name are intended as
   * they are, and not reported.
   *
   * @param schema fitted on the rows as the preparation says
   * @param classWeights weights of the rows of each class
   */
  public static Findings of(
      Table training, Schema schema, Preparation preparation, ClassWeights classWeights) {
    Table looked = sample(training, MOST_ROWS);
    TrainingRows rows = new TrainingRows(looked, schema, preparation, classWeights);
    List<Finding> all = new ArrayList<>();
    for (Rule rule : rows.count() < TrainingRows.FEWEST ? List.<Rule>of() : RULES) {
      List<Finding> found = rule.findings(rows);
      for (Finding finding : found) {
        if (finding.columns().stream().noneMatch(rows::isIncluded)) {
          all.add(finding);
        }
        rows.skip(finding.columns());
      }
    }
    all.sort(Comparator.comparing(Finding::severity)); // keeps the order of rules otherwise
    return new Findings(all, looked.rows(), training.rows());
  }

  /** At most so many rows, evenly spaced from the first on. */
  static Table sample(Table table, int most) {
    int step = (table.rows() - 1) / most + 1;
    return step == 1
        ? table
        : table.select(
            IntStream.iterate(0, row -> row < table.rows(), row -> row + step).toArray());
  }
}
