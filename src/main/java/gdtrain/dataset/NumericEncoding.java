package gdtrain.dataset;

import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.List;

/**
 * A numeric column: {@code feature = (value - center) / scale}.
 *
 * @param column the column's name
 * @param imputed what a missing cell is read as, the training mean
 * @param center subtracted from the value
 * @param scale divides the difference; finite, not 0
 */
public record NumericEncoding(String column, double imputed, double center, double scale)
    implements Encoding {
  /** Checks that there is a finite unit to measure in. */
  public NumericEncoding {
    if (scale == 0 || !Double.isFinite(scale) || !Double.isFinite(center)) {
      throw new BadTable(
          "column '%s' cannot be scaled by center %s and scale %s; give it another unit"
              .formatted(column, center, scale));
    }
  }

  @Override
  public List<String> features() {
    return List.of(column);
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public void encode(Table table, Column source, int row, double[] out, int at) {
    double value = Cells.number(table, source, row);
    out[at] = ((Double.isNaN(value) ? imputed : value) - center) / scale;
  }
}
