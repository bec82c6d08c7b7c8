package gdtrain.lint;

import gdtrain.table.NumericColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers such as 999 or -99 far from all others of a column, which may mean missing. */
final class Placeholders implements Rule {
  private static final String NINES = "-?9{2,}";

  @Override
  public List<Finding> findings(TrainingRows rows) {
    List<Finding> findings = new ArrayList<>();
    for (NumericColumn column : rows.numbers()) {
      Moments moments = rows.moments(column);
      finding(column, moments.largest(), rows)
          .or(() -> finding(column, moments.smallest(), rows))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** An extreme is a placeholder if its gap to the others is wider than their range. */
  private static Optional<Finding> finding(
      NumericColumn column, double extreme, TrainingRows rows) {
    if (!FindingText.cell(extreme).matches(NINES)) {
      return Optional.empty();
    }
    List<Integer> met = new ArrayList<>();
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows.count(); row++) {
      double value = column.value(row);
      if (value == extreme) {
        met.add(row);
      } else if (!Double.isNaN(value)) {
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
    }
    double gap = Math.max(extreme - largest, smallest - extreme);
    if (!(smallest < largest && gap > largest - smallest)) {
      return Optional.empty();
    }
    String others = FindingText.cell(smallest) + " to " + FindingText.cell(largest);
    return Optional.of(finding(column, met, others, rows));
  }

  private static Finding finding(
      NumericColumn column, List<Integer> met, String others, TrainingRows rows) {
    String value = FindingText.cell(column.value(met.get(0)));
    String sentence =
        "column '%s' is %s in %s, first in %s, and %s elsewhere; if that stands for a missing value, %s reads it so"
            .formatted(
                column.name(),
                value,
                met.size() == 1 ? "1 row" : "%,d rows".formatted(met.size()),
                rows.line(met.get(0)),
                others,
                FindingText.missing(value, rows));
    return Finding.warning("columns with placeholders", sentence, column.name());
  }
}
