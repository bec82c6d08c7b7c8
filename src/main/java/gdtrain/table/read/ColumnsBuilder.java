package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.Table;
import gdtrain.table.store.ColumnStoreBuilder;
import gdtrain.table.store.ColumnValues;
import gdtrain.table.store.GrowingFactor;
import gdtrain.table.store.LineNumbers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes the columns of a table of batches of records, in the order of the file. */
final class ColumnsBuilder {
  private final CsvSchema schema;
  private final ColumnStoreBuilder numbers;
  private final LevelCodes[] texts;
  private final String[] missing;
  private final LineNumbers lines = new LineNumbers();
  private final BitSet contradicted = new BitSet();
  private final Map<Integer, BadTable> infinite = new TreeMap<>();
  private long lineEnds;
  private long comments;
  private long firstComment;

  ColumnsBuilder(CsvSchema schema) {
    this.schema = schema;
    this.lineEnds = schema.linesBefore();
    Optional<GrowingFactor> factor =
        schema.options().factoring().flatMap(request -> request.begin(schema));
    int columns = schema.numericColumns() + schema.textColumns();
    this.numbers = new ColumnStoreBuilder(columns, schema.source().storage(), factor);
    this.texts = new LevelCodes[schema.textColumns()];
    this.missing = new String[schema.columns()];
    Arrays.setAll(texts, i -> new LevelCodes());
  }

  /** Adds rows whose lines count from the given number of line ends in the file. */
  void add(RecordBatch batch, long linesBefore) {
    for (int i = 0; i < texts.length; i++) {
      batch.recode(i, texts[i].append(batch.text(i), linesBefore));
    }
    numbers.append(batch.numbers(), batch.rows());
    lines.append(batch.lines(), linesBefore);
    contradicted.or(batch.contradicted());
    Arrays.setAll(missing, i -> missing[i] == null ? batch.missing()[i] : missing[i]);
    batch.infinite().forEach((column, first) -> addInfinite(column, first, linesBefore));
    if (comments == 0) {
      firstComment = linesBefore + batch.firstComment();
    }
    comments += batch.comments();
    lineEnds += batch.lineEnds();
  }

  private void addInfinite(int column, RecordBatch.Infinite first, long linesBefore) {
    if (!infinite.containsKey(column)) {
      long line = linesBefore + first.line();
      infinite.put(column, schema.location(column).notFinite(first.cell(), line));
    }
  }

  /** Stores rows that were added, on any thread, while others are added. */
  void storeFullSlabs() {
    numbers.storeFullSlabs();
  }

  /** Runs an action at once or, where rows come faster than they are stored, a little later. */
  void whenFewWait(Runnable action) {
    numbers.whenFewWait(action);
  }

  /**
   * Estimates how many rows there will be, from the size of the source.
   *
   * @param more rows that are about to be added
   * @param bytes of the source that hold them and all rows before
   */
  void measure(int more, long bytes) {
    double rows = (double) numbers.rows() + more;
    numbers.expect((long) (rows / Math.max(bytes, 1) * schema.source().size()));
  }

  CsvSchema schema() {
    return schema;
  }

  /** How many line ends there are before what is to be added next. */
  long lineEnds() {
    return lineEnds;
  }

  LineNumbers lines() {
    return lines;
  }

  /** How many lines are comments and left out, if some are. */
  Optional<String> comments() {
    return comments == 0
        ? Optional.empty()
        : Optional.of(
            "%s, the first is line %d; ⟦comment⟧ none reads them"
                .formatted(
                    comments == 1
                        ? "1 line is a comment and left out"
                        : "%,d lines are comments and left out".formatted(comments),
                    firstComment));
  }

  /** Whether a column has no value. */
  boolean isEmpty(int column) {
    return schema.isNumber(column)
        && numbers.column(schema.number(column)).statistics().count() == 0;
  }

  /** The columns of numbers that turned out to be text. */
  BitSet contradicted() {
    return contradicted;
  }

  /** A cell of the column that is missing though it is not empty, if there is one. */
  Optional<String> missing(int column) {
    return Optional.ofNullable(missing[column]);
  }

  /** Notes that a cell, not empty, is missing in a column. */
  void noteMissing(int column, String cell) {
    missing[column] = missing[column] == null ? cell : missing[column];
  }

  /** The distinct cells of a column of text. */
  LevelCodes cells(int column) {
    return texts[schema.text(column)];
  }

  /**
   * The values of a column: numbers, or codes of texts.
   *
   * @throws BadTable if one is not finite
   */
  ColumnValues values(int column) {
    if (schema.isText(column)) {
      return numbers.column(schema.numericColumns() + schema.text(column));
    }
    if (infinite.containsKey(column)) {
      throw infinite.get(column);
    }
    return numbers.column(schema.number(column));
  }

  /** The factor of the columns of numbers, if it was asked for and could be made. */
  Optional<Table.ColumnsFactor> factor() {
    List<String> names =
        IntStream.range(0, schema.columns())
            .filter(schema::isNumber)
            .mapToObj(i -> contradicted.get(i) ? "" : schema.layout().names().get(i))
            .toList();
    return numbers.factor().map(raw -> new Table.ColumnsFactor(raw, names));
  }
}
