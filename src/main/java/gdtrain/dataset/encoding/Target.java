package gdtrain.dataset.encoding;

import gdtrain.choice.Range;
import gdtrain.table.Column;
import gdtrain.table.NumberSyntax;
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

  /** The name of what is learned: the column's, or {@code log(column)}. */
  default String learned() {
    return name();
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
    Cells.check(
        table,
        Cells.column(table, name()),
        range,
        "is no target for this loss, which needs " + range + " everywhere");
  }

  /** Gives a row's targets, {@link #outputs()} numbers. */
  CellEncoder on(Table table, Column column);

  /** Whether no cell of the column, none of them missing, can be at fault. */
  boolean alwaysFits(Column column);

  /** In which it is learned; {@link Unit#RAW} for that of its column. */
  default Unit unit() {
    return Unit.RAW;
  }

  /** A target as learned, or a prediction of it, as the column would have it. */
  default double raw(double learned) {
    return original(unit().raw(learned));
  }

  /** What the column has where the transformed target is this. */
  default double original(double transformed) {
    return transformed;
  }

  /** Targets as learned, or predictions of them, in the unit that was scaled. */
  default double[] inOriginalUnits(double[] encoded) {
    return unit().isScaled()
        ? DoubleStream.of(encoded).map(unit()::raw).toArray()
        : encoded.clone();
  }
}
