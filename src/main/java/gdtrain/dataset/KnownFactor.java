package gdtrain.dataset;

import gdtrain.qr.RawFactor;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * R of rows of numbers by a schema, from that of the same columns as they are in the file, where
 * they were factorised while the file was read.
 */
final class KnownFactor {
  private final Schema schema;
  private final Table table;

  KnownFactor(Schema schema, Table table) {
    this.schema = schema;
    this.table = table;
  }

  /** As {@link Dataset#factor} gives it; empty if there is anything but numbers in their units. */
  Optional<double[][]> encoded() {
    boolean numbers =
        schema.target() instanceof NumericTarget
            && schema.products().isEmpty()
            && schema.encodings().stream().allMatch(NumericEncoding.class::isInstance);
    return numbers ? columns().flatMap(table::factor).map(this::encoded) : Optional.empty();
  }

  /** Inputs, then the target, if all of them are numbers. */
  private Optional<List<NumericColumn>> columns() {
    List<NumericColumn> columns = new ArrayList<>();
    Stream<String> inputs = schema.encodings().stream().map(Encoding::column);
    for (String name : Stream.concat(inputs, Stream.of(schema.target().name())).toList()) {
      if (Cells.column(table, name) instanceof NumericColumn column) {
        columns.add(column);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(columns);
  }

  private double[][] encoded(RawFactor raw) {
    List<Unit> units =
        Stream.concat(
                schema.encodings().stream().map(Encoding::unit), Stream.of(schema.target().unit()))
            .toList();
    double[][] encoded =
        raw.scaled(
            units.stream().mapToDouble(Unit::center).toArray(),
            units.stream().mapToDouble(Unit::scale).toArray());
    double root = Math.sqrt(table.rows());
    for (int j = 0; j < encoded.length; j++) {
      encoded[j] = DoubleStream.of(encoded[j]).map(x -> x / root).toArray();
    }
    return encoded;
  }
}
