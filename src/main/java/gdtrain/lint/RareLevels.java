package gdtrain.lint;

import gdtrain.table.TextColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Levels that occur in one or two rows, from which alone their weights are learned. */
final class RareLevels implements Rule {
  private static final int RARE = 2;
  private static final int FEWEST_ROWS = 30;
  private static final int MOST_NAMED = 3;

  @Override
  public List<Finding> findings(TrainingRows rows) {
    return rows.texts().stream()
        .filter(column -> rows.count() >= FEWEST_ROWS && rare(column).length > 0)
        .map(column -> finding(column, rows))
        .toList();
  }

  /** The first row of each rare level, in order. */
  private static int[] rare(TextColumn column) {
    int[] counts = new int[column.levels().size()];
    int[] first = new int[counts.length];
    for (int row = column.rows() - 1; row >= 0; row--) {
      if (!column.isMissing(row)) {
        counts[column.code(row)]++;
        first[column.code(row)] = row;
      }
    }
    return IntStream.range(0, counts.length)
        .filter(code -> counts[code] <= RARE)
        .map(code -> first[code])
        .sorted()
        .toArray();
  }

  private static Finding finding(TextColumn column, TrainingRows rows) {
    int[] rare = rare(column);
    String named =
        Arrays.stream(rare)
            .limit(MOST_NAMED)
            .mapToObj(row -> "'%s' (%s)".formatted(column.text(row), rows.line(row)))
            .collect(Collectors.joining(", "));
    String sentence =
        "column '%s': %,d of its %,d texts, %s%s, come in one or two rows only, from which alone their weights are learned; %s leaves the column out"
            .formatted(
                column.name(),
                rare.length,
                column.levels().size(),
                named,
                rare.length > MOST_NAMED ? " and others" : "",
                FindingText.exclude(column, rows));
    return Finding.hint("columns with rare texts", sentence, column.name());
  }
}
