package gdtrain.dataset.encoding;

import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.List;

/**
 * Whether a cell of a column is missing, 1 or 0, as the feature {@code column=(missing)}.
 *
 * @param column the column's name
 */
public record MissingIndicator(String column) implements Encoding {
  @Override
  public List<String> features() {
    return List.of(column + "=" + CategoricalEncoding.MISSING);
  }

  @Override
  public CellEncoder on(Table table, Column source) {
    return (from, count, out, at, stride) -> {
      for (int i = 0, to = at; i < count; i++, to += stride) {
        out[to] = source.isMissing(from + i) ? 1 : 0;
      }
    };
  }

  @Override
  public boolean alwaysFits(Column source) {
    return true;
  }

  @Override
  public boolean imputes() {
    return false;
  }

  @Override
  public Unit unit() {
    return Unit.RAW;
  }
}
