package gdtrain.lint;

import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Target;
import gdtrain.dataset.preparation.ClassWeights;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The rows that are learned from, those of weight 0 left out, as rules examine them. */
final class TrainingRows {
  /** The fewest rows that rules examine: in fewer, coincidences are common. */
  static final int FEWEST = 10;

  private final Table table;
  private final Schema schema;
  private final Preparation preparation;
  private final ClassWeights classWeights;
  private final double[] weights;
  private final double heaviest;
  private final Set<Integer> included;
  private final Map<String, Column> inputs = new LinkedHashMap<>();
  private final Map<NumericColumn, Moments> moments = new HashMap<>();

  TrainingRows(Table training, Schema schema, Preparation preparation, ClassWeights classWeights) {
    this.schema = schema;
    this.preparation = preparation;
    this.classWeights = classWeights;
    this.table = weighing(training);
    this.weights = weights(table);
    double most = Arrays.stream(weights).max().orElse(1);
    double unit = Moments.unit(most);
    Arrays.setAll(weights, row -> weights[row] / unit); // sums do not overflow
    this.heaviest = most / unit;
    this.included = new HashSet<>(preparation.include().resolve(table.columnNames(), "⟦include⟧"));
    Map<String, Column> columns = new HashMap<>();
    table.columns().forEach(column -> columns.put(column.name(), column));
    schema.encodings().stream()
        .map(Encoding::column)
        .forEach(name -> inputs.put(name, columns.get(name)));
  }

  private Table weighing(Table training) {
    if (schema.weight().isEmpty()) {
      return training;
    }
    double[] all = weights(training);
    int[] rows = IntStream.range(0, all.length).filter(row -> all[row] > 0).toArray();
    return rows.length == all.length ? training : training.select(rows);
  }

  /** Empty if there are no weights. */
  private double[] weights(Table rows) {
    return schema.weight().stream()
        .map(name -> (NumericColumn) column(rows, name))
        .flatMapToDouble(column -> IntStream.range(0, column.rows()).mapToDouble(column::value))
        .toArray();
  }

  private static Column column(Table table, String name) {
    return table.column(name).orElseThrow();
  }

  /** Removes inputs, which later rules skip. */
  void skip(Collection<String> columns) {
    inputs.keySet().removeAll(columns);
  }

  /** Whether the column is included by name, so that it is intended as it is. */
  boolean isIncluded(String column) {
    return included.contains(column(column).position() - 1);
  }

  int count() {
    return table.rows();
  }

  /** The weight of a row, up to a common factor. */
  double weight(int row) {
    return weights.length == 0 ? 1 : weights[row];
  }

  /** The largest of these weights. */
  double heaviest() {
    return heaviest;
  }

  Table table() {
    return table;
  }

  Schema schema() {
    return schema;
  }

  Preparation preparation() {
    return preparation;
  }

  ClassWeights classWeights() {
    return classWeights;
  }

  Target target() {
    return schema.target();
  }

  Column targetColumn() {
    return column(target().name());
  }

  /** Any column of the table. */
  Column column(String name) {
    return column(table, name);
  }

  boolean classes() {
    return !target().classes().isEmpty();
  }

  /** The inputs that are left to look at. */
  List<Column> inputs() {
    return List.copyOf(inputs.values());
  }

  /** Those that hold numbers. */
  List<NumericColumn> numbers() {
    return ofType(NumericColumn.class);
  }

  /** Those that hold texts. */
  List<TextColumn> texts() {
    return ofType(TextColumn.class);
  }

  private <C extends Column> List<C> ofType(Class<C> type) {
    List<C> columns = new ArrayList<>();
    for (Column column : inputs.values()) {
      if (type.isInstance(column)) {
        columns.add(type.cast(column));
      }
    }
    return columns;
  }

  Moments moments(NumericColumn column) {
    return moments.computeIfAbsent(column, c -> new Moments(c, this));
  }

  /** "line 7". */
  String line(int row) {
    return "line " + table.line(row);
  }

  /**
   * Of an evenly spaced sample of at least so many rows, those where none of the columns is
   * missing.
   */
  int[] complete(Collection<? extends Column> columns, int least) {
    int step = Math.max(1, count() / least);
    return IntStream.range(0, count() / step)
        .map(i -> i * step)
        .filter(row -> columns.stream().noneMatch(column -> column.isMissing(row)))
        .toArray();
  }
}
