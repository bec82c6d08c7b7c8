package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellFormat;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextFormat;
import gdtrain.table.format.CellFormats;
import gdtrain.table.format.ColumnRules;
import gdtrain.table.format.MissingCells;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A file as tables of consecutive rows, of which one is in memory at a time. What fits in one piece
 * is one table, and so is what only a look at all of it tells how to read: JSON lines, several
 * files, an encoding whose bytes do not show where lines end, and last lines that are counted.
 *
 * <p>The first piece settles how the numbers of columns with known formats are written; in later
 * pieces they must be written so.
 */
public final class TablePieces implements AutoCloseable {
  /** So large that what is no stream is mostly read as a whole. */
  private static final int PIECE_BYTES = 1 << 23;

  private final Source original;
  private final CsvOptions originalOptions;
  private final Shape shape;
  private final int threads;
  private final Size size;
  private final Map<String, CellFormat> formats;
  private final Set<String> settled = new HashSet<>();
  private final BitSet texts = new BitSet();
  private Layout layout;
  private CsvSchema schema;
  private InputStream in;
  private ChunkCutter cutter;
  private Chunk piece;
  private CsvSchema read;
  private long lineEnds;
  private boolean hasRows;
  private boolean ended;

  /**
   * How large pieces are.
   *
   * @param rows but for the last, a piece has a multiple of so many
   * @param bytes of the file in a piece, about
   */
  record Size(int rows, int bytes) {}

  private TablePieces(Source source, CsvOptions options, Size size, int threads) {
    this.original = source;
    this.originalOptions = options;
    this.shape = Shape.of(source, options, size.bytes());
    this.threads = threads;
    this.size = size;
    this.formats = new HashMap<>(options.formats().known());
  }

  /**
   * Begins to read a source.
   *
   * @param multiple the number of rows of every table but the last is a multiple of it
   * @param threads how many read; the tables do not depend on it
   * @throws BadTable if the data is at fault
   */
  public static TablePieces of(Source source, CsvOptions options, int multiple, int threads) {
    return of(source, options, new Size(multiple, PIECE_BYTES), threads);
  }

  static TablePieces of(Source source, CsvOptions options, Size size, int threads) {
    return new TablePieces(source, options, size, threads);
  }

  /** Whether the last rows were given. */
  public boolean ended() {
    return ended;
  }

  /**
   * The next rows; empty if there are none. From the second call on, streams of the source can go
   * on but none can be opened.
   *
   * @throws BadTable if the data is at fault
   */
  public Optional<Table> next() {
    if (!shape.isInParts()) {
      Optional<Table> whole =
          ended ? Optional.empty() : Optional.of(CsvReader.read(shape, threads));
      ended = true;
      return whole;
    }
    if (in == null) {
      begin();
    } else {
      shape.source().forget();
    }
    Optional<Table> table = Optional.empty();
    while (table.isEmpty() && !ended) {
      table = nextPiece();
    }
    if (!hasRows) {
      throw CsvReader.withoutRows(original);
    }
    return table;
  }

  private void begin() {
    layout = Layout.of(shape);
    schema = CsvSchema.guess(shape.source(), shape.options(), layout);
    piece = new Chunk(schema);
    in = shape.source().openUnhashed();
    cutter = ChunkCutter.ofRows(in, size.bytes(), layout, size.rows());
  }

  private Optional<Table> nextPiece() {
    cutter.cut(piece);
    ended = cutter.ended() || piece.isAtFault();
    Source part = shape.source().part(piece.bytes(), piece.length());
    read = schema.part(part, layout, texts, lineEnds);
    ColumnsBuilder first = CsvReader.filled(read, threads);
    BitSet contradicted = first.contradicted();
    ColumnsBuilder second =
        contradicted.isEmpty() ? first : CsvReader.filled(read.onlyTexts(contradicted), threads);
    if (piece.isAtFault()) {
      throw new BadTable(
          "%s, line %d: no end of the record that starts here is found; close its quotes, or mend the file"
              .formatted(original.name(), lineEnds + 1));
    }
    lineEnds = first.lineEnds();
    texts.or(contradicted);
    if (first.lines().size() == 0) {
      return Optional.empty();
    }
    Table table = table(first, second, hasRows ? List.of() : shape.warnings());
    hasRows = true;
    table.columns().forEach(column -> settle(table, column));
    layout = layout.with(rules(formats));
    return Optional.of(table);
  }

  private Table table(ColumnsBuilder first, ColumnsBuilder second, List<String> warnings) {
    Table.Origin origin =
        new Table.Origin(
            original.name(),
            "",
            shape.options().missing().unusual(),
            List.of(),
            warnings,
            read.source().storage());
    return new Table(origin, TypedColumns.of(first, second), first.lines(), Optional.empty());
  }

  private ColumnRules rules(Map<String, CellFormat> known) {
    CellFormats all = shape.options().formats().with(known);
    return new ColumnRules(all, layout.names());
  }

  /** Keeps how the numbers of a column are written once it has some. */
  private void settle(Table table, Column column) {
    boolean tells =
        shape.options().formats().known().containsKey(column.name())
            && column instanceof NumericColumn numbers
            && numbers.statistics().count() > 0;
    CellFormat format = column.reading().format();
    if (tells && settled.add(column.name())) {
      formats.put(column.name(), format);
    } else if (tells && !formats.get(column.name()).equals(format)) {
      throw new BadTable(
          "%s, column %s: lines %d to %d have %s, but those above %s; give ⟦decimal⟧ and ⟦thousands⟧"
              .formatted(
                  original.name(),
                  CellText.quoted(column.name()),
                  table.line(0),
                  table.line(table.rows() - 1),
                  format.inWords(),
                  formats.get(column.name()).inWords()));
    }
  }

  /**
   * A table with its cells as they are spelled, missing ones too.
   *
   * @param table the last one that was given
   */
  public Table texts(Table table) {
    Map<String, CellFormat> all = new HashMap<>();
    table.columnNames().forEach(name -> all.put(name, TextFormat.TEXT));
    CsvOptions options = shape.isInParts() ? shape.options() : originalOptions;
    CsvOptions spelled = options.with(options.formats().with(all)).with(MissingCells.NONE);
    if (!shape.isInParts()) {
      return CsvReader.read(original, spelled, threads);
    }
    Layout named = layout.with(rules(all));
    BitSet text = new BitSet();
    IntStream.range(0, layout.names().size())
        .filter(column -> all.containsKey(layout.names().get(column)))
        .forEach(text::set);
    CsvSchema every = CsvSchema.of(shape.source(), spelled, named, text);
    ColumnsBuilder cells =
        CsvReader.filled(every.part(read.source(), named, text, read.linesBefore()), threads);
    return table(cells, cells, List.of());
  }

  /** What is likely a mistake in the last lines, unless the only table has told it. */
  public List<String> endWarnings() {
    return shape.isInParts() ? shape.endWarnings(lineEnds) : List.of();
  }

  @Override
  public void close() {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      throw new BadTable(original.name() + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
