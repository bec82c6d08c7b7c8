package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import java.util.List;
import java.util.Optional;

/** Inputs that determine the target, and would not be known for new rows. */
final class Leaks implements Rule {
  static final String KIND = "columns that give the target away";

  /** A sample that rules out most columns; the others are checked in all rows. */
  private static final int SAMPLE = 200;

  @Override
  public List<Finding> findings(TrainingRows rows) {
    return rows.inputs().stream()
        .flatMap(input -> how(input, rows).map(how -> finding(input, how, rows)).stream())
        .toList();
  }

  private static Optional<String> how(Column input, TrainingRows rows) {
    Column target = rows.targetColumn();
    if (!rows.classes() && input instanceof NumericColumn number) {
      NumericColumn truth = (NumericColumn) target;
      IndependentColumns line =
          new IndependentColumns(rows, rows.complete(List.of(number, truth), SAMPLE));
      line.add(number);
      boolean given = 2 * rows.moments(number).count() >= rows.count();
      return (given ? line.add(truth) : Optional.<LinearRelation>empty())
          .map(r -> "'%s' is %s in %s".formatted(target.name(), r.text(), where(number, rows)));
    }
    return OneToOneMapping.between(input, target, rows.count())
        ? Optional.of("each of its values goes with one of '%s'".formatted(target.name()))
        : Optional.empty();
  }

  /** The target is never missing. */
  private static String where(NumericColumn column, TrainingRows rows) {
    int count = rows.moments(column).count();
    return count == rows.count() ? "every row" : "all %,d rows that have both".formatted(count);
  }

  private static Finding finding(Column input, String how, TrainingRows rows) {
    boolean only = rows.schema().encodings().size() == 1;
    String sentence =
        only
            ? "the only input, '%s', determines the target exactly: %s; a model is not needed"
                .formatted(input.name(), how)
            : "column '%s' gives the target away: %s; %s leaves it out"
                .formatted(input.name(), how, FindingText.exclude(input, rows));
    return only
        ? Finding.hint(KIND, sentence, input.name())
        : Finding.error(KIND, sentence, input.name());
  }
}
