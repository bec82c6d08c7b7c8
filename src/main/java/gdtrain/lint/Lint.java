package gdtrain.lint;

import gdtrain.dataset.ClassWeights;
import gdtrain.dataset.Preparation;
import gdtrain.dataset.Schema;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  private Lint() {}

  /**
   * What is odd about rows, the gravest first; nothing of fewer than 10. A column that the wishes
   * include by name is meant as it is: nothing is said of it.
   *
   * @param training the rows that are learned from
   * @param schema fitted on them, by these wishes
   * @param classWeights how much more the rows of a class count
   */
  public static Findings of(
      Table training, Schema schema, Preparation wishes, ClassWeights classWeights) {
    Rows rows = new Rows(training, schema, wishes, classWeights);
    List<Finding> all = new ArrayList<>();
    for (Rule rule : rows.count() < Rows.FEWEST ? List.<Rule>of() : RULES) {
      List<Finding> found = rule.findings(rows);
      for (Finding finding : found) {
        if (finding.columns().stream().noneMatch(rows::isMeant)) {
          all.add(finding);
        }
        rows.passOver(finding.columns());
      }
    }
    all.sort(Comparator.comparing(Finding::severity)); // keeps the order of rules otherwise
    return new Findings(all);
  }
}
