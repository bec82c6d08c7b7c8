package gdtrain.report.explanation;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.preparation.Split;
import gdtrain.table.Table;

/**
 * A line of the CSV file that a user means a row by.
 *
 * @param setting that has it, as texts name it
 * @param tables the rows of a run
 * @param line from 1
 */
record CsvLine(String setting, Split tables, long line) {
  /**
   * The row that starts there, from 0.
   *
   * @throws IllegalArgumentException if none of those that are learned from does
   */
  int trainingRow() {
    Table training = tables.training();
    int row = row(training);
    if (row < 0) {
      throw new InvalidSetting(
          "%s %d: %s; rows are learned from lines %d to %d of %s"
              .formatted(
                  setting, line, reason(), first(training), last(training), training.name()));
    }
    return row;
  }

  private String reason() {
    if (row(tables.validation()) >= 0) {
      return "the row on this line is for validation, no gradient comes from it";
    }
    if (line < first(tables.training())) {
      return line < 1 ? "lines count from 1" : "the header, or a row that is left out, is there";
    }
    return line > last(tables.training())
        ? "no row that is learned from comes so late"
        : "no row that is learned from starts there: it is left out, or a row of several lines";
  }

  private int row(Table table) {
    for (int row = 0; row < table.rows(); row++) {
      if (table.line(row) == line) {
        return row;
      }
    }
    return -1;
  }

  private static long first(Table table) {
    return table.line(0);
  }

  private static long last(Table table) {
    return table.line(table.rows() - 1);
  }
}
