package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.ColumnReading;
import gdtrain.table.Table;
import gdtrain.table.UnknownColumn;
import java.util.ArrayList;
import java.util.List;

/** Reads a CSV file into a table. */
public final class CsvReader {
  /** Small enough that bytes and numbers of a chunk stay in the cache of a core. */
  private static final int CHUNK_BYTES = 1 << 18;

  private final Source source;
  private final CsvOptions options;
  private final int threads;
  private final int chunkBytes;
  private final Shape shape;
  private final Layout layout;

  private CsvReader(Shape shape, int threads, int chunkBytes) {
    this.shape = shape;
    this.source = shape.source();
    this.options = shape.options();
    this.threads = threads;
    this.chunkBytes = chunkBytes;
    this.layout = Layout.of(shape);
  }

  /** Reads the whole source on one thread. */
  public static Table read(Source source, CsvOptions options) {
    return read(source, options, 1);
  }

  /**
   * Reads the whole source.
   *
   * @param threads how many read; the table does not depend on it
   * @throws BadTable if the data is at fault
   * @throws UnknownColumn if an option names a column that is not there
   */
  public static Table read(Source source, CsvOptions options, int threads) {
    return read(source, options, threads, CHUNK_BYTES);
  }

  /**
   * Reads the whole source in chunks of some size.
   *
   * @param chunkBytes what a thread reads at a time, about; the table does not depend on it
   */
  static Table read(Source source, CsvOptions options, int threads, int chunkBytes) {
    return read(Shape.of(source, options), threads, chunkBytes);
  }

  private static Table read(Shape shape, int threads, int chunkBytes) {
    return new CsvReader(shape, threads, chunkBytes).read();
  }

  /** Reads the whole source of a shape. */
  static Table read(Shape shape, int threads) {
    return read(shape, threads, CHUNK_BYTES);
  }

  /** Reads the source of a schema into columns. */
  static ColumnsBuilder filled(CsvSchema schema, int threads) {
    ColumnsBuilder columns = new ColumnsBuilder(schema);
    ParallelReader.fill(columns, threads, CHUNK_BYTES);
    return columns;
  }

  private Table read() {
    ColumnsBuilder first = filled(CsvSchema.guess(source, options, layout));
    if (first.contradicted().isEmpty()) {
      return table(first, first);
    }
    String hash = source.sha256();
    ColumnsBuilder second = filled(first.schema().onlyTexts(first.contradicted()));
    if (!source.sha256().equals(hash)) {
      throw new BadTable(source.name() + " has changed while it was read; try again");
    }
    return table(first, second);
  }

  private ColumnsBuilder filled(CsvSchema schema) {
    ColumnsBuilder columns = new ColumnsBuilder(schema);
    ParallelReader.fill(columns, threads, chunkBytes);
    return columns;
  }

  /** The table of a first reading and, for columns that it contradicted, of a second one. */
  private Table table(ColumnsBuilder first, ColumnsBuilder second) {
    if (first.lines().size() == 0) {
      throw withoutRows(source);
    }
    List<Column> columns = TypedColumns.of(first, second);
    List<String> notes = new ArrayList<>();
    notes.addAll(layout.notes());
    first.comments().ifPresent(notes::add);
    int ofFile =
        (int)
            columns.stream()
                .filter(column -> column.reading().origin() != ColumnReading.Origin.PART)
                .count();
    if (ofFile < layout.names().size()) {
      notes.add(
          "column %d, behind the last delimiter, is empty and left out"
              .formatted(layout.names().size()));
    }
    notes.add(0, summary(first.lines().size(), ofFile));
    List<String> warnings = new ArrayList<>(shape.warnings());
    warnings.addAll(shape.endWarnings(first.lineEnds()));
    Table.Origin origin =
        new Table.Origin(
            source.name(),
            source.sha256(),
            options.missing().unusual(),
            notes,
            warnings,
            source.storage());
    return new Table(origin, columns, first.lines(), first.factor());
  }

  /** The fault of a file that has a header at most. */
  static BadTable withoutRows(Source source) {
    return new BadTable(source.name() + " has a header but no rows; add at least one");
  }

  private String summary(int rows, int columns) {
    return "%s: %s, %s, %s, %s, %s"
        .formatted(
            source.name(),
            Layout.count(rows, "row"),
            Layout.count(columns, "column"),
            shape.hasNames() ? "header" : "no header",
            shape.separation(),
            shape.encoding().name());
  }
}
