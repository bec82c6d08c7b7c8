package gdtrain.lint;

import gdtrain.lint.LinearRelation.Term;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several inputs whose weighted sum is the target, such as the parts of a total, which would not be
 * known for new rows.
 *
 * <p>Where all inputs are needed, the target may as well have been made of them to try a model out:
 * then only a sum, a difference or a mean is reported, whose weights have one size and no constant.
 */
final class LeakingSum implements Rule {
  private static final int FEWEST_ROWS = 200;

  @Override
  public List<Finding> findings(TrainingRows rows) {
    List<NumericColumn> numbers = Collinear.candidates(rows);
    if (rows.classes() || numbers.size() < 2 || numbers.size() > Collinear.MOST_COLUMNS) {
      return List.of();
    }
    NumericColumn target = (NumericColumn) rows.targetColumn();
    int[] sample = rows.complete(numbers, Math.max(FEWEST_ROWS, 3 * (numbers.size() + 1)));
    if (sample.length < TrainingRows.FEWEST) {
      return List.of();
    }
    IndependentColumns independent = new IndependentColumns(rows, sample);
    List<NumericColumn> redundant = new ArrayList<>();
    for (NumericColumn column : numbers) {
      independent.add(column).ifPresent(relation -> redundant.add(column));
    }
    int others = rows.inputs().size() - redundant.size();
    return independent.add(target).stream()
        .filter(sum -> sum.terms().size() > 1)
        .filter(sum -> sum.terms().size() < others || isPlain(sum))
        .map(sum -> finding(sum, rows))
        .toList();
  }

  private static boolean isPlain(LinearRelation sum) {
    long sizes = sum.terms().stream().map(term -> Math.abs(term.factor())).distinct().count();
    return sizes == 1 && sum.constant() == 0;
  }

  private static Finding finding(LinearRelation sum, TrainingRows rows) {
    List<Column> columns = sum.terms().stream().map(Term::column).map(c -> (Column) c).toList();
    boolean all = columns.size() == rows.schema().encodings().size();
    String remedy =
        all
            ? "a model is not needed; ⟦target⟧ NAME takes another column"
            : FindingText.exclude(columns, rows) + " leaves them out";
    String sentence =
        "columns %s give the target away: '%s' is %s in every row; %s"
            .formatted(
                columns.stream()
                    .map(column -> "'%s'".formatted(column.name()))
                    .collect(Collectors.joining(", ")),
                sum.result().name(),
                sum.text(),
                remedy);
    return Finding.error(
        Leaks.KIND, sentence, columns.stream().map(Column::name).toArray(String[]::new));
  }
}
