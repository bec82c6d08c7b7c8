package gdtrain.dataset.encoding;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import java.util.List;

/**
 * A number.
 *
 * @param name of the column
 * @param unit in which it is learned; {@link Unit#RAW} for that of its column
 */
public record NumericTarget(String name, Unit unit) implements Target {
  /** Checks that there is a finite unit to measure in. */
  public NumericTarget {
    unit.check("target '%s'".formatted(name));
  }

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
  public CellEncoder on(Table table, Column column) {
    return (from, count, out, at, stride) -> {
      Cells.numbers(table, column, from, count, out, at, stride);
      for (int i = 0, to = at; i < count; i++, to += stride) {
        out[to] = unit.scaled(out[to]);
      }
    };
  }

  @Override
  public boolean alwaysFits(Column column) {
    return column instanceof NumericColumn;
  }
}
