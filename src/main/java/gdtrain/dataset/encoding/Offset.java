package gdtrain.dataset.encoding;

import gdtrain.table.Column;
import gdtrain.table.Table;

/**
 * What a row's raw output has added to it: the number in a column, or, where that is an exposure
 * such as a time or a population, its natural logarithm, so that the prediction is times it.
 *
 * @param column its name
 * @param exposure whether the column holds exposures
 */
public record Offset(String column, boolean exposure) {
  /** The setting that names such a column. */
  public String setting() {
    return exposure ? "⟦exposure⟧" : "⟦offset⟧";
  }

  /** That of a row. */
  double of(Table table, Column source, int row) {
    double value = Cells.number(table, source, row);
    if (Double.isNaN(value)) {
      throw Cells.at(table, source, row, "is no " + what() + "; every row needs a number");
    }
    if (exposure && value <= 0) {
      throw Cells.at(table, source, row, "is no exposure; exposures are numbers above 0");
    }
    return exposure ? Math.log(value) : value;
  }

  private String what() {
    return exposure ? "exposure" : "offset";
  }
}
