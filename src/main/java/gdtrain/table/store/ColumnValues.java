package gdtrain.table.store;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The numbers of one column in the rows that a table has. */
public final class ColumnValues {
  private static final int PIECE = 1024;

  private final ColumnStore store;
  private final int column;
  private final RowNumbers rows;

  public ColumnValues(ColumnStore store, int column, RowNumbers rows) {
    this.store = store;
    this.column = column;
    this.rows = rows;
  }

  public int size() {
    return rows.count();
  }

  public double get(int row) {
    return store.get(column, rows.at(row));
  }

  /** This column in other rows of the file. */
  public ColumnValues in(RowNumbers others) {
    return new ColumnValues(store, column, others);
  }

  /** Puts the value of row {@code from + i} into {@code out[at + i * stride]}. */
  public void copy(int from, int count, double[] out, int at, int stride) {
    Objects.checkFromIndexSize(from, count, rows.count());
    if (!rows.areAll()) {
      gather(from, count, out, at, stride);
      return;
    }
    store.copy(column, from, count, out, at, stride);
  }

  /** A copy of this column with other numbers in place of its own; NaN stays. */
  public ColumnValues map(DoubleUnaryOperator operator, Storage storage) {
    ColumnStoreBuilder mapped = new ColumnStoreBuilder(1, storage, Optional.empty());
    double[] piece = new double[PIECE];
    for (int from = 0; from < size(); from += PIECE) {
      int count = Math.min(PIECE, size() - from);
      copy(from, count, piece, 0, 1);
      for (int i = 0; i < count; i++) {
        piece[i] = Double.isNaN(piece[i]) ? piece[i] : operator.applyAsDouble(piece[i]);
      }
      mapped.append(piece, count);
      mapped.storeFullSlabs();
    }
    return mapped.column(0);
  }

  /** Of the values that are present, each of weight 1; known if the table has all rows. */
  public Statistics statistics() {
    if (rows.areAll()) {
      return store.statistics(column);
    }
    RunningStatistics statistics = new RunningStatistics();
    double[] piece = new double[PIECE];
    double[] ones = new double[PIECE];
    Arrays.fill(ones, 1);
    for (int from = 0; from < size(); from += PIECE) {
      int count = Math.min(PIECE, size() - from);
      copy(from, count, piece, 0, 1);
      statistics.add(piece, ones, count);
    }
    return statistics.statistics();
  }

  /** Copies rows that lie anywhere in the file. */
  private void gather(int from, int count, double[] out, int at, int stride) {
    for (int i = 0, to = at; i < count; i++, to += stride) {
      out[to] = store.get(column, rows.at(from + i));
    }
  }
}
