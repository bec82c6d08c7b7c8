package gdtrain.dataset;

import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.Optional;

/** The weights of rows: a row of weight 2 counts as two rows. */
final class Weights {
  private Weights() {}

  /** All weights of a table, 1 where no column is named. */
  static double[] of(Table table, Optional<String> name) {
    double[] weights = new double[table.rows()];
    Optional<Column> column = name.map(n -> Cells.column(table, n));
    for (int row = 0; row < weights.length; row++) {
      weights[row] = column.isPresent() ? weight(table, column.get(), row) : 1;
    }
    return weights;
  }

  static double weight(Table table, Column column, int row) {
    double weight = Cells.number(table, column, row);
    if (!(weight >= 0)) {
      throw Cells.at(table, column, row, "is not a weight; weights are numbers of 0 or more");
    }
    return weight;
  }

  /** Rows of which none counts have no mean loss. */
  static BadTable allZero(Table table, String what) {
    return new BadTable(
        "the %,d rows of %s that are %s all have weight 0; one of them must weigh more"
            .formatted(table.rows(), table.name(), what));
  }
}
