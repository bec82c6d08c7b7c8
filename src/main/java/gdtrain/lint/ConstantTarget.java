package gdtrain.lint;

import gdtrain.table.NumericColumn;
import java.util.List;

/** A number to predict that is always the same; a single class is refused elsewhere. */
final class ConstantTarget implements Rule {
  @Override
  public List<Finding> findings(TrainingRows rows) {
    if (rows.classes()) {
      return List.of();
    }
    Moments target = rows.moments((NumericColumn) rows.targetColumn());
    if (target.smallest() < target.largest() || target.count() < 2) {
      return List.of();
    }
    String sentence =
        "target '%s' is %s in all %,d rows, so there is nothing to learn; --target NAME takes another column"
            .formatted(rows.target().name(), FindingText.cell(target.smallest()), target.count());
    return List.of(new Finding(Severity.ERROR, "constant target", List.of(), sentence));
  }
}
