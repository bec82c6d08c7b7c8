package gdtrain.dataset.encoding;

import gdtrain.choice.Range;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import java.util.List;

/**
 * A number.
 *
 * @param name of the column
 * @param transform of its numbers, of which predictions are made
 * @param unit in which the transformed number is learned; {@link Unit#RAW} for its own
 */
public record NumericTarget(String name, Transform transform, Unit unit) implements Target {
  /** Checks that there is a finite unit to measure in. */
  public NumericTarget {
    unit.check("target '%s'".formatted(name));
  }

  /** A number that is not transformed. */
  public NumericTarget(String name, Unit unit) {
    this(name, Transform.NONE, unit);
  }

  @Override
  public String learned() {
    return transform.named(name);
  }

  @Override
  public Task task() {
    return Task.REGRESSION;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public List<String> outputNames() {
    return List.of(learned());
  }

  @Override
  public CellEncoder on(Table table, Column column) {
    return (from, count, out, at, stride) -> {
      Cells.numbers(table, column, from, count, out, at, stride);
      for (int i = 0, to = at; i < count; i++, to += stride) {
        out[to] = unit.scaled(transform.of(out[to]));
      }
    };
  }

  @Override
  public void check(Table table, Range range) {
    String need = "has no %s; ⟦target-transform⟧ %s needs %s everywhere";
    Cells.check(
        table,
        Cells.column(table, name),
        transform.range(),
        need.formatted(
            transform == Transform.LOG ? "logarithm" : "square root",
            transform.word(),
            transform.range()));
    Target.super.check(table, transform == Transform.NONE ? range : Range.FINITE);
  }

  @Override
  public double original(double transformed) {
    return transform.inverse(transformed);
  }

  @Override
  public boolean alwaysFits(Column column) {
    return column instanceof NumericColumn;
  }
}
