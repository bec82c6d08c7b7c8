package gdtrain.dataset;

import gdtrain.table.Column;
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
    return (row, out, at) -> {
      double value = Cells.number(table, source, row);
      out[at] = Double.isNaN(value) ? imputed : value;
    };
  }

  /** The same encoding in the column's own unit. */
  NumericEncoding unscaled() {
    return new NumericEncoding(column, imputed, Unit.RAW);
  }
}
