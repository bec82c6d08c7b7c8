package gdtrain.dataset.encoding;

import gdtrain.choice.Range;
import gdtrain.table.Column;
import gdtrain.table.NumberSyntax;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The column that is predicted, and how it becomes numbers. */
public sealed interface Target permits NumericTarget, ClassTarget {
  /** The column's name. */
  String name();

  /** The task. */
  Task task();

  /** The labels of the classes; empty where a number is predicted. */
  default List<String> classes() {
    return List.of();
  }

  /** From which probability of the second of two classes on it is predicted, if not one half. */
  default OptionalDouble threshold() {
    return OptionalDouble.empty();
  }

  /** Whether a number is predicted, or all classes are spelled as numbers. */
  default boolean hasNumericLabels() {
    return classes().stream().noneMatch(label -> Double.isNaN(NumberSyntax.parse(label)));
  }

  /** How many numbers a row's target has. */
  int outputs();

  /** A name for every output: the target's, or the classes'. */
  List<String> outputNames();

  /**
   * Refuses a number that is not among those the target may have.
   *
   * @param table with the target's column; rows without target are passed over
   */
  default void check(Table table, Range range) {
    boolean finite = range == Range.FINITE; // so are the numbers of a column anyway
    if (!finite && Cells.column(table, name()) instanceof NumericColumn column) {
      for (int row = 0; row < column.rows(); row++) {
        if (!column.isMissing(row) && !range.holds(column.value(row))) {
          throw Cells.at(
              table,
              column,
              row,
              "is no target for this loss, which needs " + range + " everywhere");
        }
      }
    }
  }

  /** Gives a row's targets, {@link #outputs()} numbers. */
  CellEncoder on(Table table, Column column);

  /** Whether no cell of the column, none of them missing, can be at fault. */
  boolean alwaysFits(Column column);

  /** In which it is learned; {@link Unit#RAW} for that of its column. */
  default Unit unit() {
    return Unit.RAW;
  }

  /** Targets as learned, or predictions of them, in the unit of the column. */
  default double[] inOriginalUnits(double[] encoded) {
    return unit().isScaled()
        ? DoubleStream.of(encoded).map(unit()::raw).toArray()
        : encoded.clone();
  }
}
