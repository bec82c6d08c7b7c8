package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.TextColumn;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows that repeat another cell by cell although some column hardly ever repeats otherwise, so that
 * chance is ruled out.
 */
final class RepeatedRows implements Rule {
  private static final int SAMPLE = 2000;
  private static final double HARDLY = 0.9;

  @Override
  public List<Finding> findings(TrainingRows rows) {
    List<Column> columns = rows.table().columns();
    int[] first = first(rows.count(), columns);
    if (IntStream.range(0, first.length).filter(row -> first[row] != row).count() < 2) {
      return List.of();
    }
    int[] alone = IntStream.range(0, first.length).filter(row -> first[row] == row).toArray();
    return columns.stream().anyMatch(column -> hardlyRepeats(column, alone))
        ? List.of(finding(first, rows))
        : List.of();
  }

  /** For every row the index of the first row that is equal. */
  private static int[] first(int rows, List<Column> columns) {
    long[] hashes = new long[rows];
    int[] suspects = suspects(columns, hashes);
    int[] first = IntStream.range(0, rows).toArray();
    Map<Long, Integer> seen = new HashMap<>();
    for (int row : suspects) {
      Integer before = seen.putIfAbsent(hashes[row], row);
      first[row] = before == null ? row : before;
    }
    return first;
  }

  /**
   * The rows that may equal others, with the hashes of all their cells. Rows that differ from all
   * others in the first few columns are dropped early.
   */
  private static int[] suspects(List<Column> columns, long[] hashes) {
    int[] suspects = IntStream.range(0, hashes.length).toArray();
    for (int c = 0; c < columns.size(); c++) {
      for (int row : suspects) {
        hashes[row] = mixed(hashes[row], cell(columns.get(c), row));
      }
      boolean fewColumns = Integer.bitCount(c + 1) == 1; // 1, 2, 4, 8 ...
      suspects = fewColumns ? colliding(hashes, suspects) : suspects;
    }
    return suspects;
  }

  /** The rows whose shortened hashes occur more than once. */
  private static int[] colliding(long[] hashes, int[] rows) {
    int length = Math.min(30, 4 + Integer.SIZE - Integer.numberOfLeadingZeros(rows.length));
    BitSet seen = new BitSet(1 << length);
    BitSet again = new BitSet(1 << length);
    for (int row : rows) {
      int slot = shortened(hashes[row], length);
      (seen.get(slot) ? again : seen).set(slot);
    }
    return Arrays.stream(rows).filter(row -> again.get(shortened(hashes[row], length))).toArray();
  }

  private static int shortened(long hash, int length) {
    return (int) ((hash * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - length));
  }

  /** A hash of 64 bits: among a million different rows, two collide with probability 3e-8. */
  private static long mixed(long hash, long cell) {
    long h = (hash ^ cell) * 0x9E3779B97F4A7C15L;
    return h ^ (h >>> 32);
  }

  private static long cell(Column column, int row) {
    return column instanceof NumericColumn numbers
        ? Double.doubleToLongBits(numbers.value(row))
        : ((TextColumn) column).code(row);
  }

  private static boolean hardlyRepeats(Column column, int[] alone) {
    int step = Math.max(1, alone.length / SAMPLE);
    long[] cells =
        IntStream.range(0, alone.length / step)
            .mapToLong(i -> cell(column, alone[i * step]))
            .toArray();
    return cells.length >= TrainingRows.FEWEST
        && Arrays.stream(cells).distinct().count() >= HARDLY * cells.length;
  }

  private static Finding finding(int[] first, TrainingRows rows) {
    int[] copies = IntStream.range(0, first.length).filter(row -> first[row] != row).toArray();
    String sentence =
        "%,d rows repeat another cell by cell, the first in %s that of %s; if that is a mistake, take them out of the file: they count twice, and may be learned from and validated on"
            .formatted(copies.length, rows.line(copies[0]), rows.line(first[copies[0]]));
    return Finding.hint("repeated rows", sentence);
  }
}
