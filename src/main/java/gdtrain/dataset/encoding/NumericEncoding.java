package gdtrain.dataset.encoding;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import java.util.List;

/**
 * A numeric column as one feature of the same name.
 *
 * @param column the column's name
 * @param imputed what a missing cell is read as, the training mean
 * @param unit of the feature
 */
public record NumericEncoding(String column, double imputed, Unit unit) implements Encoding {
  /** Checks that there is a finite unit to measure in. */
  public NumericEncoding {
    unit.check("column '%s'".formatted(column));
  }

  @Override
  public List<String> features() {
    return List.of(column);
  }

  @Override
  public CellEncoder on(Table table, Column source) {
    return (from, count, out, at, stride) -> {
      Cells.numbers(table, source, from, count, out, at, stride);
      for (int i = 0, to = at; i < count; i++, to += stride) {
        out[to] = Double.isNaN(out[to]) ? imputed : out[to];
      }
    };
  }

  @Override
  public boolean imputes() {
    return true;
  }

  @Override
  public boolean alwaysFits(Column source) {
    return source instanceof NumericColumn;
  }

  /** This encoding in the column's own unit. */
  NumericEncoding unscaled() {
    return new NumericEncoding(column, imputed, Unit.RAW);
  }
}
