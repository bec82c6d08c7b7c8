package gdtrain.dataset;

import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.List;
import java.util.Optional;

/** A schema bound to the columns of one table: the numbers of one row. */
final class RowEncoder {
  private final Table table;
  private final RawFeatures features;
  private final double[] raw;
  private final List<BoundProduct> products;
  private final Unit[] units;
  private final CellEncoder target;
  private final Optional<Column> weight;

  /**
   * @param withTargets whether the table has the target, and the weight where the schema has one;
   *     if not, targets are 0 and weights 1
   */
  RowEncoder(Schema schema, Table table, boolean withTargets) {
    this.table = table;
    this.features = new RawFeatures(schema.encodings(), table);
    this.raw = new double[features.width()];
    this.products =
        schema.products().stream().map(p -> new BoundProduct(features, p.factors())).toList();
    this.units = schema.features().stream().map(Feature::unit).toArray(Unit[]::new);
    Optional<Schema> targets = withTargets ? Optional.of(schema) : Optional.empty();
    this.target = targets.map(s -> target(s.target(), table)).orElse((row, out, at) -> {});
    this.weight = targets.flatMap(Schema::weight).map(name -> Cells.column(table, name));
  }

  private static CellEncoder target(Target target, Table table) {
    return target.on(table, Cells.column(table, target.name()));
  }

  void inputs(int row, double[] out, int from) {
    features.read(row, raw);
    for (int i = 0; i < units.length; i++) {
      double value = i < raw.length ? raw[i] : products.get(i - raw.length).value(row, raw);
      out[from + i] = units[i].scaled(value);
    }
  }

  void targets(int row, double[] out, int at) {
    target.encode(row, out, at);
  }

  double weight(int row) {
    return weight.map(column -> Weights.weight(table, column, row)).orElse(1.0);
  }
}
