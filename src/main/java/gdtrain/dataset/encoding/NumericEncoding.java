package gdtrain.dataset.encoding;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import java.util.List;

/**
 * A numeric column as one feature: of the same name, or {@code log(column)}.
 *
 * @param column the column's name
 * @param transform of its numbers; they, what replaces a missing one, and the unit are those behind
 *     it
 * @param imputed what a missing cell is read as, the training mean
 * @param unit of the feature
 */
public record NumericEncoding(String column, Transform transform, double imputed, Unit unit)
    implements Encoding {
  /** Checks that there is a finite unit to measure in. */
  public NumericEncoding {
    unit.check("column '%s'".formatted(column));
  }

  /** A column whose numbers are not transformed. */
  public NumericEncoding(String column, double imputed, Unit unit) {
    this(column, Transform.NONE, imputed, unit);
  }

  @Override
  public List<String> features() {
    return List.of(transform.named(column));
  }

  @Override
  public CellEncoder on(Table table, Column source) {
    return (from, count, out, at, stride) -> {
      Cells.numbers(table, source, from, count, out, at, stride);
      for (int i = 0, to = at; transform != Transform.NONE && i < count; i++, to += stride) {
        out[to] = transformed(out[to], table, source, from + i);
      }
      for (int i = 0, to = at; i < count; i++, to += stride) {
        out[to] = Double.isNaN(out[to]) ? imputed : out[to];
      }
    };
  }

  private double transformed(double value, Table table, Column source, int row) {
    if (!Double.isNaN(value) && !transform.range().holds(value)) {
      throw Cells.at(
          table,
          source,
          row,
          "has no logarithm; ⟦log-inputs⟧ needs %s in the column".formatted(transform.range()));
    }
    return transform.of(value);
  }

  @Override
  public boolean imputes() {
    return true;
  }

  @Override
  public boolean alwaysFits(Column source) {
    return source instanceof NumericColumn && transform == Transform.NONE;
  }

  /** This encoding in the column's own unit. */
  NumericEncoding unscaled() {
    return new NumericEncoding(column, transform, imputed, Unit.RAW);
  }
}
