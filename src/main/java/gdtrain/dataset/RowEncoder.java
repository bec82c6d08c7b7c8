package gdtrain.dataset;

import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.Storage;
import gdtrain.table.Table;
import java.util.Arrays;
import java.util.Optional;

/** A schema bound to the columns of one table: the numbers of its rows. */
final class RowEncoder {
  /** So many numbers fit into the first-level cache of today's cores. */
  private static final int STRIP = 2048;

  private final Table table;
  private final RawFeatures features;
  private final BoundProduct[] products;
  private final Unit[] units;
  private final boolean intercept;
  private final Dtype dtype;
  private final int outputs;
  private final CellEncoder target;
  private final Optional<Column> weight;
  private final double[] factors;
  private final boolean targetsFit;
  private final Optional<KnownFactor> factor;

  /**
   * @param withTargets whether the table has the target, and the weight where the schema has one;
   *     if not, targets are 0 and weights 1
   */
  RowEncoder(Schema schema, Table table, boolean withTargets) {
    this.table = table;
    this.features = new RawFeatures(schema.encodings(), table);
    this.products =
        schema.products().stream()
            .map(p -> new BoundProduct(features, p.factors()))
            .toArray(BoundProduct[]::new);
    this.units = schema.features().stream().map(Feature::unit).toArray(Unit[]::new);
    this.intercept = schema.intercept();
    this.dtype = schema.dtype();
    this.outputs = schema.target().outputs();
    Optional<Schema> targets = withTargets ? Optional.of(schema) : Optional.empty();
    Optional<Column> column = targets.map(s -> Cells.column(table, s.target().name()));
    this.target = column.map(c -> schema.target().on(table, c)).orElse(this::noTargets);
    this.weight = targets.flatMap(Schema::weight).map(name -> Cells.column(table, name));
    this.factors = new double[0];
    this.targetsFit = column.stream().allMatch(schema.target()::alwaysFits);
    this.factor = targets.map(s -> new KnownFactor(s, table));
  }

  private RowEncoder(RowEncoder other, double[] factors) {
    this.table = other.table;
    this.features = other.features;
    this.products = other.products;
    this.units = other.units;
    this.intercept = other.intercept;
    this.dtype = other.dtype;
    this.outputs = other.outputs;
    this.target = other.target;
    this.weight = other.weight;
    this.factors = factors.clone();
    this.targetsFit = other.targetsFit;
    this.factor = other.factor;
  }

  /** The same with weights times a factor by the row's class. */
  RowEncoder weighedByClass(double[] byClass) {
    return new RowEncoder(this, byClass);
  }

  private void noTargets(int from, int count, double[] out, int at, int stride) {
    Arrays.fill(out, at, at + count * outputs, 0);
  }

  Storage storage() {
    return table.storage();
  }

  int rows() {
    return table.rows();
  }

  int inputs() {
    return units.length + (intercept ? 1 : 0);
  }

  int outputs() {
    return outputs;
  }

  /** Of the inputs: what is written of them as doubles are such numbers. */
  Dtype dtype() {
    return dtype;
  }

  /** Whether no row can be at fault, and all weigh 1. */
  boolean alwaysFits() {
    return inputsAlwaysFit() && targetsFit && weight.isEmpty() && factors.length == 0;
  }

  /** Whether the inputs of no row can be at fault. */
  boolean inputsAlwaysFit() {
    return features.alwaysFit() && products.length == 0 && dtype == Dtype.DOUBLE;
  }

  /** R of all rows as {@link Dataset#factor} gives it, where no row is at fault and all weigh 1. */
  Optional<double[][]> factor() {
    return alwaysFits() ? factor.flatMap(KnownFactor::encoded) : Optional.empty();
  }

  /** Writes the inputs of consecutive rows, row after row. */
  void inputs(int from, int count, double[] out, int at) {
    int width = inputs();
    int most = Math.max(1, STRIP / width);
    for (int done = 0; done < count; done += most) {
      strip(from + done, Math.min(most, count - done), out, at + done * width);
    }
  }

  private void strip(int from, int count, double[] out, int at) {
    int width = inputs();
    features.read(from, count, out, at, width);
    for (int p = 0; p < products.length; p++) {
      for (int i = 0; i < count; i++) {
        int row = at + i * width;
        out[row + features.width() + p] = products[p].value(from + i, out, row);
      }
    }
    for (int j = 0; j < units.length; j++) {
      scale(units[j], count, out, at + j, width);
    }
    for (int i = 0; intercept && i < count; i++) {
      out[at + (i + 1) * width - 1] = 1;
    }
    if (dtype == Dtype.FLOAT) {
      round(from, count, out, at);
    }
  }

  /** Rounds to floats. */
  private void round(int from, int count, double[] out, int at) {
    int width = inputs();
    for (int i = 0; i < count * width; i++) {
      float rounded = (float) out[at + i];
      if (Float.isInfinite(rounded)) {
        throw tooLarge(i % width, from + i / width);
      }
      out[at + i] = rounded;
    }
  }

  private BadTable tooLarge(int input, int row) {
    int feature =
        input < features.width() ? input : products[input - features.width()].firstFactor();
    return features.at(
        feature, row, "makes an input too large for --dtype float; give --dtype double");
  }

  private static void scale(Unit unit, int count, double[] out, int at, int stride) {
    if (unit.isScaled()) {
      for (int i = 0, to = at; i < count; i++, to += stride) {
        out[to] = unit.scaled(out[to]);
      }
    }
  }

  /** Writes the targets of consecutive rows, row after row. */
  void targets(int from, int count, double[] out, int at) {
    target.encode(from, count, out, at, outputs);
  }

  /** The weight of a row whose targets are given. */
  double weight(int row, double[] targets, int at) {
    double own = weight.isPresent() ? Weights.weight(table, weight.get(), row) : 1;
    return factors.length == 0 ? own : own * factors[Labels.of(targets, at, outputs)];
  }
}
