package gdtrain.lint;

import gdtrain.dataset.encoding.LabelIndex;
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
  /** In fewer rows, a sample without outliers may look like one with them. */
  private static final int FEWEST_ROWS = 20;

  private static final String KIND = "columns where single rows outweigh all others";

  /** The part of each row in a sum, and their upper bound. */
  private record Parts(IntToDoubleFunction of, double bound) {}

  @Override
  public List<Finding> findings(TrainingRows rows) {
    if (rows.count() < FEWEST_ROWS) {
      return List.of();
    }
    StartSlopes slopes = new StartSlopes(rows);
    Set<Integer> reported = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    Optional<Finding> ofRow = heavy(rows, reported);
    ofRow.or(() -> wild(rows, reported)).ifPresent(findings::add);
    for (NumericColumn column : rows.numbers()) {
      dominating(column, squares(column, rows), rows)
          .map(share -> input(share, column, "the column's variance, by which it is scaled", rows))
          .or(
              () ->
                  dominating(column, gradient(column, slopes, rows), rows)
                      .filter(share -> !reported.contains(share.row()))
                      .map(share -> input(share, column, "the gradient of its weight", rows)))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** The row that has most of the weight. */
  private static Optional<Finding> heavy(TrainingRows rows, Set<Integer> reported) {
    double heaviest = rows.heaviest();
    return Share.largest(rows::weight, heaviest, rows.count())
        .filter(share -> reported.add(share.row()))
        .map(share -> weight(share, rows));
  }

  /** The row that has most of the squared error. */
  private static Optional<Finding> wild(TrainingRows rows, Set<Integer> reported) {
    if (rows.classes()) {
      return Optional.empty();
    }
    NumericColumn target = (NumericColumn) rows.targetColumn();
    return dominating(target, squares(target, rows), rows)
        .filter(share -> reported.add(share.row()))
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

  private static Parts gradient(NumericColumn column, StartSlopes slopes, TrainingRows rows) {
    Moments moments = rows.moments(column);
    return new Parts(
        row -> slopes.size(row) * moments.distance(column.value(row)),
        slopes.bound() * moments.reach());
  }

  /**
   * A row with more than half of the sum, also among the rows without the usual value: a column of
   * zeros with few other values has no outliers.
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
        "%s has %s of all weight, %s in column '%s': the other rows hardly count; mend the weight, or do without ⟦weight⟧"
            .formatted(
                rows.line(share.row()),
                FindingText.percent(share.share()),
                FindingText.cell(((NumericColumn) rows.column(name)).value(share.row())),
                name);
    return Finding.warning(KIND, sentence);
  }

  private static Finding target(Share share, TrainingRows rows) {
    NumericColumn column = (NumericColumn) rows.targetColumn();
    String value = FindingText.cell(column.value(share.row()));
    String sentence =
        "%s: the target, %s, alone makes %s of the squared error at the start; mend the cell, or %s leaves the row out, or ⟦loss⟧ huber gives it less weight"
            .formatted(
                rows.line(share.row()),
                value,
                FindingText.percent(share.share()),
                FindingText.missing(value, rows));
    return Finding.warning(KIND, sentence);
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
                FindingText.missing(value, rows));
    return Finding.warning(KIND, sentence, column.name());
  }

  /**
   * The absolute slope of each row's loss where descent starts: {@code w |truth - mean|} for
   * numbers, {@code w (1 - p)} for classes, where p is the share of the row's class. These are the
   * slopes of squared error (halved) and cross-entropy.
   */
  private static final class StartSlopes {
    private final IntToDoubleFunction size;
    private final double bound;

    StartSlopes(TrainingRows rows) {
      if (rows.classes()) {
        size = ofClasses(rows);
        bound = rows.heaviest();
      } else {
        NumericColumn target = (NumericColumn) rows.targetColumn();
        Moments moments = rows.moments(target);
        size = row -> rows.weight(row) * moments.distance(target.value(row));
        bound = rows.heaviest() * moments.reach();
      }
    }

    private static IntToDoubleFunction ofClasses(TrainingRows rows) {
      LabelIndex labels = new LabelIndex(rows.targetColumn(), rows.target().classes());
      double[] weights = new double[rows.target().classes().size()];
      double total = 0;
      for (int row = 0; row < rows.count(); row++) {
        weights[labels.of(row)] += rows.weight(row);
        total += rows.weight(row);
      }
      double all = total;
      return row -> rows.weight(row) * (1 - weights[labels.of(row)] / all);
    }

    /** The upper bound of all. */
    double bound() {
      return bound;
    }

    double size(int row) {
      return size.applyAsDouble(row);
    }
  }

  /**
   * The share of one row in a sum over all rows.
   *
   * @param row with the largest part
   * @param share of the sum, from 0 to 1
   * @param of how many rows the sum has
   */
  private record Share(int row, double share, int of) {
    /**
     * The row with more than half of all, if there is one.
     *
     * @param part of a row, 0 or more; NaN for none
     * @param bound of all parts: none is more than half of a sum of twice the bound
     */
    static Optional<Share> largest(IntToDoubleFunction part, double bound, int rows) {
      double sum = 0;
      double most = 0;
      int at = 0;
      int count = 0;
      for (int row = 0; row < rows && sum < 2 * bound; row++) {
        double value = part.applyAsDouble(row);
        if (!Double.isNaN(value)) {
          sum += value;
          count++;
          if (value > most) {
            most = value;
            at = row;
          }
        }
      }
      return most > sum / 2 && count > 1 && sum < 2 * bound
          ? Optional.of(new Share(at, most / sum, count))
          : Optional.empty();
    }
  }
}
