package gdtrain.lint;

import gdtrain.table.NumericColumn;
import java.util.List;

/** A numeric target that is constant; a single class is refused when rows are prepared. */
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
        "target '%s' is %s in all %,d rows, so there is nothing to learn; ⟦target⟧ NAME takes another column"
            .formatted(rows.target().name(), FindingText.cell(target.smallest()), target.count());
    return List.of(Finding.error("constant target", sentence));
  }
}
