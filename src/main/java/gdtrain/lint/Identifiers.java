package gdtrain.lint;

import gdtrain.table.NumericColumn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Whole numbers that count rows: all different, with few gaps. Years may look the same. */
final class Identifiers implements Rule {
  @Override
  public List<Finding> findings(TrainingRows rows) {
    if (rows.schema().encodings().size() == 1) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (NumericColumn column : rows.numbers()) {
      if (counts(column, rows)) {
        findings.add(finding(column, rows));
      }
    }
    return findings;
  }

  private static boolean counts(NumericColumn column, TrainingRows rows) {
    double first = column.value(0);
    if (first != Math.rint(first)) {
      return false; // spares most columns their figures
    }
    Moments moments = rows.moments(column);
    double range = moments.largest() - moments.smallest() + 1;
    if (moments.count() < rows.count() || range > 2.0 * rows.count()) {
      return false;
    }
    BitSet met = new BitSet();
    for (int row = 0; row < rows.count(); row++) {
      double place = column.value(row) - moments.smallest();
      if (place != Math.rint(place) || met.get((int) place)) {
        return false;
      }
      met.set((int) place);
    }
    return true;
  }

  private static Finding finding(NumericColumn column, TrainingRows rows) {
    Moments moments = rows.moments(column);
    String sentence =
        "column '%s' counts rows, from %s to %s and each number once; if it is an identifier, %s leaves it out"
            .formatted(
                column.name(),
                FindingText.cell(moments.smallest()),
                FindingText.cell(moments.largest()),
                Remedy.exclude(column, rows));
    return new Finding(Severity.HINT, "numbers that count rows", List.of(column.name()), sentence);
  }
}
