package gdtrain.report;

import gdtrain.table.Column;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Rows of a table, from top to bottom, to which cells are appended. */
public interface RowsToExtend extends Closeable {
  /** The header with names appended, and its line end. */
  String header(List<String> added);

  /**
   * Goes on with other rows, which follow.
   *
   * @param rows which
   * @param texts of all their cells
   */
  void goOn(Table rows, Supplier<Table> texts);

  /** The next row with cells appended, and its line end. */
  String next(List<String> added) throws IOException;

  /** The rows of a table whose cells are all texts, written anew. */
  static RowsToExtend of(Table first) {
    return new RowsToExtend() {
      private Table cells = first;
      private int row;

      @Override
      public String header(List<String> added) {
        return record(cells.columnNames(), added);
      }

      @Override
      public void goOn(Table rows, Supplier<Table> texts) {
        cells = texts.get();
        row = 0;
      }

      @Override
      public String next(List<String> added) {
        List<String> texts = new ArrayList<>();
        for (Column column : cells.columns()) {
          texts.add(column.isMissing(row) ? "" : ((TextColumn) column).text(row));
        }
        row++;
        return record(texts, added);
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }

  private static String record(List<String> texts, List<String> added) {
    List<String> all = new ArrayList<>(texts);
    all.addAll(added);
    return CsvText.record(all.toArray()) + "\n";
  }
}
