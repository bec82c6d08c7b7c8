package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.TextColumn;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Which class a row has, without a text for every row. */
final class ClassIndex {
  private final IntUnaryOperator index;

  ClassIndex(Rows rows) {
    Column target = rows.targetColumn();
    List<String> classes = rows.target().classes();
    index =
        target instanceof TextColumn texts
            ? ofTexts(texts, classes)
            : ofNumbers((NumericColumn) target, classes);
  }

  private static IntUnaryOperator ofTexts(TextColumn target, List<String> classes) {
    int[] indices = target.levels().stream().mapToInt(classes::indexOf).toArray();
    return row -> indices[target.code(row)];
  }

  /** The label of a number is read back as that number. */
  private static IntUnaryOperator ofNumbers(NumericColumn target, List<String> classes) {
    double[] numbers = classes.stream().mapToDouble(Double::parseDouble).toArray();
    return row -> {
      int k = 0;
      while (numbers[k] != target.value(row)) {
        k++;
      }
      return k;
    };
  }

  int of(int row) {
    return index.applyAsInt(row);
  }
}
