package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.TextColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows that repeat another cell by cell although some column hardly ever repeats otherwise, so that
 * it is no coincidence.
 */
final class RepeatedRows implements Rule {
  private static final int SAMPLE = 2000;
  private static final double HARDLY = 0.9;

  @Override
  public List<Finding> findings(Rows rows) {
    List<Column> columns = rows.table().columns();
    long[] hashes = new long[rows.count()];
    columns.forEach(column -> mix(column, hashes));
    if (repetitions(hashes) < 2) {
      return List.of();
    }
    int[] first = first(hashes);
    int[] alone = IntStream.range(0, first.length).filter(row -> first[row] == row).toArray();
    return columns.stream().anyMatch(column -> hardlyRepeats(column, alone))
        ? List.of(finding(first, rows))
        : List.of();
  }

  private static void mix(Column column, long[] hashes) {
    for (int row = 0; row < hashes.length; row++) {
      hashes[row] = mixed(hashes[row], cell(column, row));
    }
  }

  /** A hash of 64 bits: among a million rows, two that differ meet with a chance of 3e-8. */
  private static long mixed(long hash, long cell) {
    long h = (hash ^ cell) * 0x9E3779B97F4A7C15L;
    return h ^ (h >>> 32);
  }

  private static long cell(Column column, int row) {
    return column instanceof NumericColumn numbers
        ? Double.doubleToLongBits(numbers.value(row))
        : ((TextColumn) column).code(row);
  }

  private static int repetitions(long[] hashes) {
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    int repetitions = 0;
    for (int i = 1; i < sorted.length; i++) {
      repetitions += sorted[i] == sorted[i - 1] ? 1 : 0;
    }
    return repetitions;
  }

  /** For every row the first that is the same. */
  private static int[] first(long[] hashes) {
    Map<Long, Integer> met = new HashMap<>();
    return IntStream.range(0, hashes.length)
        .map(
            row -> {
              Integer before = met.putIfAbsent(hashes[row], row);
              return before == null ? row : before;
            })
        .toArray();
  }

  private static boolean hardlyRepeats(Column column, int[] alone) {
    int step = Math.max(1, alone.length / SAMPLE);
    long[] cells =
        IntStream.range(0, alone.length / step)
            .mapToLong(i -> cell(column, alone[i * step]))
            .toArray();
    return cells.length >= Rows.FEWEST
        && Arrays.stream(cells).distinct().count() >= HARDLY * cells.length;
  }

  private static Finding finding(int[] first, Rows rows) {
    int[] copies = IntStream.range(0, first.length).filter(row -> first[row] != row).toArray();
    String sentence =
        "%,d rows repeat another cell by cell, the first in %s that of %s; if that is a mistake, take them out of the file: they count twice, and may be learned from and validated on"
            .formatted(copies.length, rows.line(copies[0]), rows.line(first[copies[0]]));
    return new Finding(Severity.HINT, "repeated rows", List.of(), sentence);
  }
}
