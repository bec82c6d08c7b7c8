package gdtrain.table;

import gdtrain.qr.RawFactor;
import gdtrain.table.store.LineNumbers;
import gdtrain.table.store.RowNumbers;
import gdtrain.table.store.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Typed columns of equal length, and where they came from. Rows count from 0. */
public final class Table {
  private final Origin origin;
  private final List<Column> columns;
  private final List<String> names;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final LineNumbers lines;
  private final RowNumbers rows;
  private final Optional<ColumnsFactor> factor;

  /**
   * A factor that was made while a file was read.
   *
   * @param raw of the constant and the columns
   * @param columns their names, in order
   */
  public record ColumnsFactor(RawFactor raw, List<String> columns) {
    public ColumnsFactor {
      columns = List.copyOf(columns);
    }

    /** The factor of these columns; empty if one of them is not in it. */
    Optional<RawFactor> of(List<NumericColumn> chosen) {
      Map<String, Integer> places = new HashMap<>();
      columns.forEach(name -> places.putIfAbsent(name, places.size()));
      int[] indexes = chosen.stream().mapToInt(c -> places.getOrDefault(c.name(), -1)).toArray();
      return IntStream.of(indexes).anyMatch(i -> i < 0)
          ? Optional.empty()
          : Optional.of(raw.of(indexes));
    }
  }

  /**
   * Where a table came from.
   *
   * @param name the file name as the user gave it, or "standard input"
   * @param sha256 of the whole file, decompressed, in hexadecimal
   * @param missing what was read as missing besides the usual spellings
   * @param notes what was assumed, a sentence each
   * @param warnings what is likely a mistake, a sentence each
   * @param storage where it lies
   */
  public record Origin(
      String name,
      String sha256,
      List<String> missing,
      List<String> notes,
      List<String> warnings,
      Storage storage) {
    public Origin {
      missing = List.copyOf(missing);
      notes = List.copyOf(notes);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A table of all rows of a file.
   *
   * @param factor of columns of numbers, if it was made
   */
  public Table(
      Origin origin, List<Column> columns, LineNumbers lines, Optional<ColumnsFactor> factor) {
    this(origin, columns, lines, RowNumbers.all(lines.size()), factor);
  }

  private Table(
      Origin origin,
      List<Column> columns,
      LineNumbers lines,
      RowNumbers rows,
      Optional<ColumnsFactor> factor) {
    this.origin = origin;
    this.columns = List.copyOf(columns);
    this.names = columns.stream().map(Column::name).toList();
    names.forEach(name -> indexes.put(name, indexes.size()));
    this.lines = lines;
    this.rows = rows;
    this.factor = factor;
  }

  /** The file name as the user gave it, or "standard input". */
  public String name() {
    return origin.name();
  }

  /** SHA-256, in hexadecimal, of the whole file the table was read from, decompressed. */
  public String sha256() {
    return origin.sha256();
  }

  /** The columns in file order; at least one. */
  public List<Column> columns() {
    return columns;
  }

  /** The names of the columns in file order, all different. */
  public List<String> columnNames() {
    return names;
  }

  /** The column of that name, if there is one. */
  public Optional<Column> column(String name) {
    return Optional.ofNullable(indexes.get(name)).map(columns::get);
  }

  /** How many rows there are; at least one as read from a file. */
  public int rows() {
    return rows.count();
  }

  /** The line of the file, from 1, on which the row's record starts. */
  public long line(int row) {
    return lines.get(rows.at(row));
  }

  /** What was assumed when the file was read, a sentence each; the first is a summary. */
  public List<String> notes() {
    return origin.notes();
  }

  /** What is likely a mistake in the file, or in how it was read, a sentence each. */
  public List<String> warnings() {
    return origin.warnings();
  }

  /** The spellings of a missing cell that the options added to the usual ones, sorted. */
  public List<String> missingTokens() {
    return origin.missing();
  }

  /** The memory that the table has taken from, which what is made of it shares. */
  public Storage storage() {
    return origin.storage();
  }

  /**
   * R of the constant and these columns of this table, in this order; empty unless a factor was
   * asked for and could be made while the file was read, and the table has all rows of it.
   */
  public Optional<RawFactor> factor(List<NumericColumn> chosen) {
    return factor.flatMap(all -> all.of(chosen));
  }

  /**
   * A table of these rows, in this order; a row may come more than once. It reads the numbers of
   * this one: all that it takes is the row numbers.
   */
  public Table select(int[] rows) {
    RowNumbers chosen = this.rows.select(rows);
    if (chosen == this.rows) {
      return this;
    }
    List<Column> selected = columns.stream().map(column -> column.in(chosen)).toList();
    return new Table(origin, selected, lines, chosen, Optional.empty());
  }

  /**
   * This table with other cells in one column: those of these rows, in this order, one for each
   * row.
   */
  public Table with(String column, int[] cells) {
    RowNumbers chosen = this.rows.select(cells);
    List<Column> changed =
        columns.stream().map(c -> c.name().equals(column) ? c.in(chosen) : c).toList();
    return new Table(origin, changed, lines, rows, Optional.empty());
  }
}
