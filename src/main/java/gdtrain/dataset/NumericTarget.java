package gdtrain.dataset;

import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.List;

/**
 * A number, in the unit of its column.
 *
 * @param name of the column
 */
public record NumericTarget(String name) implements Target {
  @Override
  public Task task() {
    return Task.REGRESSION;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public List<String> outputNames() {
    return List.of(name);
  }

  @Override
  public void encode(Table table, Column column, int row, double[] out, int at) {
    out[at] = Cells.number(table, column, row);
  }
}
