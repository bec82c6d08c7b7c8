package gdtrain.dataset.encoding;

import gdtrain.choice.Range;
import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.util.List;
import java.util.stream.IntStream;

/** Reading cells of a table by what they mean, and saying where one is at fault. */
public final class Cells {
  private Cells() {}

  /** The column of that name, or a sentence for the user. */
  public static Column column(Table table, String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                new BadTable(
                    "%s has no column '%s', which the model needs; its columns are %s"
                        .formatted(table.name(), name, CellText.list(table.columnNames()))));
  }

  /** The number in a cell, NaN when missing. */
  public static double number(Table table, Column column, int row) {
    if (column instanceof NumericColumn numbers) {
      return numbers.value(row);
    }
    if (column.isMissing(row)) {
      return Double.NaN;
    }
    int fault = ((TextColumn) column).firstText().orElse(row); // not the first cell, but its reason
    throw at(table, column, fault, "is not a number; mend it, or read it as missing with ⟦na⟧");
  }

  /** Writes the numbers of consecutive rows to every stride-th place, NaN when missing. */
  public static void numbers(
      Table table, Column column, int from, int count, double[] out, int at, int stride) {
    if (column instanceof NumericColumn numbers) {
      numbers.values(from, count, out, at, stride);
      return;
    }
    for (int i = 0; i < count; i++) {
      out[at + i * stride] = number(table, column, from + i);
    }
  }

  /**
   * Refuses a number of a column that is not in a range.
   *
   * @param fault the rest of the sentence
   */
  static void check(Table table, Column column, Range range, String fault) {
    boolean finite = range == Range.FINITE; // so are the numbers of a column anyway
    if (!finite && column instanceof NumericColumn numbers) {
      for (int row = 0; row < numbers.rows(); row++) {
        if (!numbers.isMissing(row) && !range.holds(numbers.value(row))) {
          throw at(table, column, row, fault);
        }
      }
    }
  }

  /** The weight in a cell: a number of 0 or more. */
  public static double weight(Table table, Column column, int row) {
    double weight = number(table, column, row);
    if (!(weight >= 0)) {
      throw at(table, column, row, "is not a weight; weights are numbers of 0 or more");
    }
    return weight;
  }

  /** The text of a cell as a label; a whole number is spelled without a fraction. */
  public static String label(Column column, int row) {
    if (column instanceof TextColumn texts) {
      return texts.text(row);
    }
    return label(((NumericColumn) column).value(row));
  }

  /** A number as a label. */
  public static String label(double value) {
    return CellText.number(value);
  }

  /** The labels that a column holds, each once: numbers by value, others by code point. */
  public static List<String> labels(Column column) {
    if (column instanceof TextColumn texts) {
      return texts.levels();
    }
    NumericColumn numbers = (NumericColumn) column;
    return IntStream.range(0, numbers.rows())
        .filter(row -> !numbers.isMissing(row))
        .mapToDouble(numbers::value)
        .distinct()
        .sorted()
        .mapToObj(Cells::label)
        .distinct()
        .toList();
  }

  /** The sentence for a cell at fault: where it is, what it holds, and the given rest. */
  public static BadTable at(Table table, Column column, int row, String fault) {
    String value = column.isMissing(row) ? "the missing value" : "'" + label(column, row) + "'";
    return new BadTable(
        "%s, line %d, column '%s': %s %s"
            .formatted(table.name(), table.line(row), column.name(), value, fault));
  }
}
