package gdtrain.dataset.encoding;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.Dtype;
import gdtrain.dataset.PlainRows;
import gdtrain.qr.RawFactor;
import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.store.Storage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A schema bound to the columns of one table: the numbers of its rows, and the factor of all rows
 * where the table has one of its columns.
 */
final class RowEncoder {
  /** As many numbers as fit into the first-level cache of today's cores. */
  private static final int STRIP = 2048;

  private final Schema schema;
  private final Table table;
  private final boolean withTargets;
  private final double[] classFactors;
  private final RawFeatures features;
  private final RawFeatures.BoundProduct[] products;
  private final Unit[] units;
  private final int outputs;
  private final CellEncoder target;
  private final boolean targetsFit;
  private final Optional<Column> weight;
  private final Optional<Column> offset;

  /**
   * @param withTargets whether the table has the target, and the weight where the schema has one;
   *     if not, targets are 0 and weights 1
   */
  RowEncoder(Schema schema, Table table, boolean withTargets) {
    this(schema, table, withTargets, new double[0]);
  }

  private RowEncoder(Schema schema, Table table, boolean withTargets, double[] classFactors) {
    this.schema = schema;
    this.table = table;
    this.withTargets = withTargets;
    this.classFactors = classFactors.clone();
    this.features = new RawFeatures(schema.encodings(), table);
    this.products =
        schema.products().stream()
            .map(p -> features.product(p.factors()))
            .toArray(RawFeatures.BoundProduct[]::new);
    this.units = schema.features().stream().map(Feature::unit).toArray(Unit[]::new);
    this.outputs = schema.target().outputs();
    Optional<Schema> targets = withTargets ? Optional.of(schema) : Optional.empty();
    Optional<Column> column = targets.map(s -> Cells.column(table, s.target().name()));
    this.target = column.map(c -> schema.target().on(table, c)).orElse(this::noTargets);
    this.targetsFit = column.stream().allMatch(schema.target()::alwaysFits);
    this.offset = schema.offset().map(o -> Cells.column(table, o.column()));
    this.weight = targets.flatMap(Schema::weight).map(name -> Cells.column(table, name));
  }

  /** An encoder whose weights are multiplied by a factor for the row's class. */
  RowEncoder weighedByClass(double[] factors) {
    return new RowEncoder(schema, table, withTargets, factors);
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
    return units.length + (schema.intercept() ? 1 : 0);
  }

  int outputs() {
    return outputs;
  }

  /** The type of the inputs: what is written of them as doubles are such numbers. */
  Dtype dtype() {
    return schema.dtype();
  }

  /** Whether no row can be at fault, and all weigh 1. */
  boolean alwaysFits() {
    return inputsAlwaysFit()
        && targetsFit
        && weight.isEmpty()
        && offset.isEmpty()
        && classFactors.length == 0;
  }

  /** Whether raw outputs have something added to them. */
  boolean hasOffsets() {
    return offset.isPresent();
  }

  /** What the raw output of a row has added to it. */
  double offset(int row) {
    return schema.offset().orElseThrow().of(table, offset.orElseThrow(), row);
  }

  /** Whether the inputs of no row can be at fault. */
  boolean inputsAlwaysFit() {
    return features.alwaysFit() && products.length == 0 && dtype() == Dtype.DOUBLE;
  }

  /**
   * R of all rows as {@link Dataset#factor} gives it: from that of the columns in the file, where
   * they were factorised while it was read, and all are numbers that enter in their units.
   */
  Optional<double[][]> factor() {
    boolean numbers =
        withTargets
            && schema.target() instanceof NumericTarget number
            && number.transform() == Transform.NONE
            && schema.encodings().stream()
                .allMatch(e -> e instanceof NumericEncoding n && n.transform() == Transform.NONE);
    if (!numbers || !alwaysFits()) {
      return Optional.empty();
    }
    List<NumericColumn> columns =
        Stream.concat(
                schema.encodings().stream().map(Encoding::column),
                Stream.of(schema.target().name()))
            .map(name -> (NumericColumn) Cells.column(table, name)) // else it would not fit
            .toList();
    return table.factor(columns).map(this::encoded);
  }

  private double[][] encoded(RawFactor raw) {
    List<Unit> all = Stream.concat(Stream.of(units), Stream.of(schema.target().unit())).toList();
    double[][] encoded =
        raw.scaled(
            all.stream().mapToDouble(Unit::center).toArray(),
            all.stream().mapToDouble(Unit::scale).toArray());
    double root = Math.sqrt(table.rows());
    for (int j = 0; j < encoded.length; j++) {
      encoded[j] = DoubleStream.of(encoded[j]).map(x -> x / root).toArray();
    }
    return encoded;
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
    for (int i = 0; schema.intercept() && i < count; i++) {
      out[at + (i + 1) * width - 1] = 1;
    }
    if (dtype() == Dtype.FLOAT) {
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
    int feature = input < features.width() ? input : products[input - features.width()].first();
    return features.at(
        feature, row, "makes an input too large for ⟦dtype⟧ float; give ⟦dtype⟧ double");
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
    double own = weight.isPresent() ? Cells.weight(table, weight.get(), row) : 1;
    return classFactors.length == 0
        ? own
        : own * classFactors[PlainRows.label(targets, at, outputs)];
  }
}
