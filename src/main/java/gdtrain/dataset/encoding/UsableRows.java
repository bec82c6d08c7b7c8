package gdtrain.dataset.encoding;

import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The rows that can be learned from: those with a target and, by choice, without missing inputs.
 */
public final class UsableRows {
  private UsableRows() {}

  /**
   * The table without the rows that cannot be used.
   *
   * @param target name of the target column
   * @param inputNames names of the input columns
   * @param notes receives a sentence for every reason by which rows were left out
   * @throws BadTable if no row is left, or a cell is missing where that is an error
   */
  public static Table of(
      Table table, String target, List<String> inputNames, MissingPolicy policy, Notes notes) {
    Table withTarget = withTarget(table, target, notes);
    List<Column> inputs = inputNames.stream().map(n -> Cells.column(withTarget, n)).toList();
    return switch (policy) {
      case AUTO, IMPUTE, INDICATOR -> withTarget;
      case ERROR -> refuseMissing(withTarget, inputs);
      case DROP -> dropMissing(withTarget, inputs, notes);
    };
  }

  /** The rows that have a target. */
  static Table withTarget(Table table, String name, Notes notes) {
    Column target = Cells.column(table, name);
    Table withTarget = target.isComplete() ? table : keep(table, row -> !target.isMissing(row));
    if (withTarget.rows() == 0) {
      throw new BadTable(
          "%s has no value at all in its target column '%s'"
              .formatted(table.name(), target.name()));
    }
    report(table, withTarget, "target '%s' is missing".formatted(target.name()), notes);
    return withTarget;
  }

  private static Table refuseMissing(Table table, List<Column> inputs) {
    if (complete(inputs)) {
      return table;
    }
    for (int row = 0; row < table.rows(); row++) {
      for (Column input : inputs) {
        if (input.isMissing(row)) {
          throw Cells.at(
              table, input, row, "is refused by ⟦missing⟧ error; ⟦missing⟧ impute fills it");
        }
      }
    }
    return table;
  }

  private static Table dropMissing(Table table, List<Column> inputs, Notes notes) {
    Table complete =
        complete(inputs)
            ? table
            : keep(table, row -> inputs.stream().noneMatch(c -> c.isMissing(row)));
    if (complete.rows() == 0) {
      throw new BadTable(
          "%s has no row without a missing input; ⟦missing⟧ impute fills them"
              .formatted(table.name()));
    }
    report(table, complete, "an input is missing (⟦missing⟧ drop)", notes);
    return complete;
  }

  private static boolean complete(List<Column> columns) {
    return columns.stream().allMatch(Column::isComplete);
  }

  private static Table keep(Table table, IntPredicate condition) {
    if (IntStream.range(0, table.rows()).allMatch(condition)) {
      return table;
    }
    return table.select(IntStream.range(0, table.rows()).filter(condition).toArray());
  }

  private static void report(Table before, Table after, String why, Notes notes) {
    int dropped = before.rows() - after.rows();
    if (dropped > 0) {
      notes.accept("%,d of %,d rows are left out: %s".formatted(dropped, before.rows(), why));
    }
  }
}
