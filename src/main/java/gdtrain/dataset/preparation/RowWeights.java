package gdtrain.dataset.preparation;

import gdtrain.dataset.encoding.Cells;
import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.store.RunningStatistics;
import gdtrain.table.store.Statistics;
import java.util.Optional;
import java.util.stream.IntStream;

/** The weights of a table's rows: a row of weight 2 counts as two rows. */
final class RowWeights {
  private static final int PIECE = 1024; // rows at once

  /** Writes the values of consecutive rows, NaN where missing. */
  @FunctionalInterface
  interface Values {
    void read(int from, int count, double[] out);
  }

  private final Table table;
  private final Optional<Column> column;

  /** Those in a column, or 1 where none is named. */
  RowWeights(Table table, Optional<String> name) {
    this.table = table;
    this.column = name.map(n -> Cells.column(table, n));
  }

  /**
   * The weight of a row.
   *
   * @throws BadTable if the cell holds none
   */
  double of(int row) {
    return column.isPresent() ? Cells.weight(table, column.get(), row) : 1;
  }

  /** The statistics of a column of the table. */
  Statistics statistics(NumericColumn numbers) {
    return column.isEmpty()
        ? numbers.statistics()
        : statistics((from, count, out) -> numbers.values(from, count, out, 0, 1));
  }

  /** Of what is made of the table's rows. */
  Statistics statistics(Values values) {
    RunningStatistics running = new RunningStatistics();
    double[] piece = new double[PIECE];
    double[] weights = new double[PIECE];
    for (int from = 0; from < rows(); from += PIECE) {
      int count = Math.min(PIECE, rows() - from);
      values.read(from, count, piece);
      read(from, count, weights);
      running.add(piece, weights, count);
    }
    return running.statistics();
  }

  /** Writes the weights of consecutive rows. */
  void read(int from, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = of(from + i);
    }
  }

  int rows() {
    return table.rows();
  }

  /** Whether no row counts; all are looked at, so that none is at fault. */
  boolean allZero() {
    return column.isPresent()
        && IntStream.range(0, rows()).mapToDouble(this::of).max().orElse(0) == 0;
  }

  /** Rows of which none counts have no mean loss. */
  static BadTable allZero(Table table, String what) {
    return new BadTable(
        "the %,d rows of %s that are %s all have weight 0; one of them must weigh more"
            .formatted(table.rows(), table.name(), what));
  }
}
