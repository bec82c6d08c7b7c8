package gdtrain.table;

import gdtrain.qr.RawFactor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The numbers of one column in the rows that a table has. */
final class Values {
  private static final int PIECE = 1024;

  private final Numbers numbers;
  private final int column;
  private final RowNumbers rows;

  Values(Numbers numbers, int column, RowNumbers rows) {
    this.numbers = numbers;
    this.column = column;
    this.rows = rows;
  }

  int size() {
    return rows.count();
  }

  double get(int row) {
    return numbers.get(column, rows.at(row));
  }

  /** The same column in other rows of the file. */
  Values in(RowNumbers others) {
    return new Values(numbers, column, others);
  }

  /** Puts the value of row {@code from + i} into {@code out[at + i * stride]}. */
  void copy(int from, int count, double[] out, int at, int stride) {
    Objects.checkFromIndexSize(from, count, rows.count());
    if (!rows.areAll()) {
      gather(from, count, out, at, stride);
      return;
    }
    numbers.copy(column, from, count, out, at, stride);
  }

  /** Each of weight 1; known if the table has all rows. */
  Statistics statistics() {
    if (rows.areAll()) {
      return numbers.summary().statistics().get(column);
    }
    Tally tally = new Tally();
    double[] piece = new double[PIECE];
    double[] ones = new double[PIECE];
    Arrays.fill(ones, 1);
    for (int from = 0; from < size(); from += PIECE) {
      int count = Math.min(PIECE, size() - from);
      copy(from, count, piece, 0, 1);
      tally.add(piece, ones, count);
    }
    return tally.statistics();
  }

  /** R of columns of one table, if it is known and the table has all rows. */
  static Optional<RawFactor> factor(List<Values> columns) {
    Values first = columns.get(0);
    int[] indexes = columns.stream().mapToInt(values -> values.column).toArray();
    return first.rows.areAll()
        ? first.numbers.summary().factor().map(factor -> factor.of(indexes))
        : Optional.empty();
  }

  /** The same of rows that lie anywhere. */
  private void gather(int from, int count, double[] out, int at, int stride) {
    for (int i = 0, to = at; i < count; i++, to += stride) {
      out[to] = numbers.get(column, rows.at(from + i));
    }
  }
}
