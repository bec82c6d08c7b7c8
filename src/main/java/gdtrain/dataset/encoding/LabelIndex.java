package gdtrain.dataset.encoding;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.TextColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Which of some labels each row of a column has, found without making a text for every row. */
public final class LabelIndex {
  private final IntUnaryOperator index;

  /**
   * Prepares a column.
   *
   * @param labels all different
   */
  public LabelIndex(Column column, List<String> labels) {
    this.index =
        column instanceof TextColumn texts
            ? ofTexts(texts, labels)
            : ofNumbers((NumericColumn) column, labels);
  }

  private static IntUnaryOperator ofTexts(TextColumn column, List<String> labels) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      index.put(labels.get(i), i);
    }
    int[] indices = column.levels().stream().mapToInt(l -> index.getOrDefault(l, -1)).toArray();
    return row -> indices[column.code(row)];
  }

  private static IntUnaryOperator ofNumbers(NumericColumn column, List<String> labels) {
    Map<Double, Integer> index = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      double number = number(labels.get(i));
      if (!Double.isNaN(number)) {
        index.put(number + 0.0, i); // -0 is 0
      }
    }
    return row -> index.getOrDefault(column.value(row) + 0.0, -1);
  }

  /** The number that is spelled like this as a label; NaN, which equals none, if there is none. */
  private static double number(String label) {
    try {
      double number = Double.parseDouble(label);
      return Cells.label(number).equals(label) ? number : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The index of the row's label, or -1 if it is none of them; the cell is not missing. */
  public int of(int row) {
    return index.applyAsInt(row);
  }
}
