package gdtrain.lint;

import gdtrain.table.NumericColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * Single rows that outweigh all others together where descent starts, at the best constant
 * prediction: in the squared error, in the variance of a column, which is what it is scaled by, or
 * in the gradient of its weight, sum w (prediction - truth) (x - mean).
 */
final class Outliers implements Rule {
  /** In fewer rows, a sample without outliers may look like that. */
  private static final int FEWEST_ROWS = 20;

  private static final String KIND = "single rows that outweigh all others";

  /** What each row adds to a sum, and what no row exceeds. */
  private record Parts(IntToDoubleFunction of, double bound) {}

  @Override
  public List<Finding> findings(TrainingRows rows) {
    if (rows.count() < FEWEST_ROWS) {
      return List.of();
    }
    Slopes slopes = new Slopes(rows);
    Set<Integer> told = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    Optional<Finding> ofRow = heavy(rows, told);
    ofRow.or(() -> wild(rows, told)).ifPresent(findings::add);
    for (NumericColumn column : rows.numbers()) {
      dominating(column, squares(column, rows), rows)
          .map(share -> input(share, column, "the column's variance, by which it is scaled", rows))
          .or(
              () ->
                  dominating(column, gradient(column, slopes, rows), rows)
                      .filter(share -> !told.contains(share.row()))
                      .map(share -> input(share, column, "the gradient of its weight", rows)))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** The row that has most of the weight. */
  private static Optional<Finding> heavy(TrainingRows rows, Set<Integer> told) {
    double heaviest = rows.heaviest();
    return Share.largest(rows::weight, heaviest, rows.count())
        .filter(share -> told.add(share.row()))
        .map(share -> weight(share, rows));
  }

  /** The row that has most of the squared error. */
  private static Optional<Finding> wild(TrainingRows rows, Set<Integer> told) {
    if (rows.classes()) {
      return Optional.empty();
    }
    NumericColumn target = (NumericColumn) rows.targetColumn();
    return dominating(target, squares(target, rows), rows)
        .filter(share -> told.add(share.row()))
        .map(share -> target(share, rows));
  }

  private static Parts squares(NumericColumn column, TrainingRows rows) {
    Moments moments = rows.moments(column);
    return new Parts(
        row -> rows.weight(row) * square(moments.distance(column.value(row))),
        rows.heaviest() * square(moments.reach()));
  }

  private static double square(double value) {
    return value * value;
  }

  private static Parts gradient(NumericColumn column, Slopes slopes, TrainingRows rows) {
    Moments moments = rows.moments(column);
    return new Parts(
        row -> slopes.size(row) * moments.distance(column.value(row)),
        slopes.bound() * moments.reach());
  }

  /**
   * A row that has more than half of all, also among the rows that do not hold the usual value: a
   * column of zeros with few others has no outliers.
   */
  private static Optional<Share> dominating(NumericColumn column, Parts parts, TrainingRows rows) {
    Optional<Share> share = Share.largest(parts.of(), parts.bound(), rows.count());
    double usual = share.isPresent() ? usual(column) : Double.NaN;
    if (Double.isNaN(usual)) {
      return share;
    }
    IntToDoubleFunction unusual =
        row -> column.value(row) == usual ? Double.NaN : parts.of().applyAsDouble(row);
    boolean stays =
        Share.largest(unusual, parts.bound(), rows.count())
            .filter(among -> among.of() >= FEWEST_ROWS && among.row() == share.get().row())
            .isPresent();
    return stays ? share : Optional.empty();
  }

  /** The value of more than half of the cells (Boyer and Moore's vote), NaN if there is none. */
  private static double usual(NumericColumn column) {
    double candidate = Double.NaN;
    int votes = 0;
    for (int row = 0; row < column.rows(); row++) {
      candidate = votes == 0 ? column.value(row) : candidate;
      votes += column.value(row) == candidate ? 1 : -1;
    }
    int count = 0;
    for (int row = 0; row < column.rows(); row++) {
      count += column.value(row) == candidate ? 1 : 0;
    }
    return 2 * count > column.rows() ? candidate : Double.NaN;
  }

  private static Finding weight(Share share, TrainingRows rows) {
    String name = rows.schema().weight().orElseThrow();
    String sentence =
        "%s has %s of all weight, %s in column '%s': the other rows hardly count; mend the weight, or do without --weight"
            .formatted(
                rows.line(share.row()),
                FindingText.percent(share.share()),
                FindingText.cell(((NumericColumn) rows.column(name)).value(share.row())),
                name);
    return new Finding(Severity.WARNING, KIND, List.of(), sentence);
  }

  private static Finding target(Share share, TrainingRows rows) {
    NumericColumn column = (NumericColumn) rows.targetColumn();
    String value = FindingText.cell(column.value(share.row()));
    String sentence =
        "%s: the target, %s, alone makes %s of the squared error at the start; mend the cell, or %s leaves the row out, or --loss huber has it count less"
            .formatted(
                rows.line(share.row()),
                value,
                FindingText.percent(share.share()),
                Remedy.missing(value, rows));
    return new Finding(Severity.WARNING, KIND, List.of(), sentence);
  }

  private static Finding input(Share share, NumericColumn column, String what, TrainingRows rows) {
    String value = FindingText.cell(column.value(share.row()));
    String sentence =
        "%s, column '%s': %s alone makes %s of %s; mend the cell, or %s reads it as missing"
            .formatted(
                rows.line(share.row()),
                column.name(),
                value,
                FindingText.percent(share.share()),
                what,
                Remedy.missing(value, rows));
    return new Finding(Severity.WARNING, KIND, List.of(column.name()), sentence);
  }
}
