package gdtrain.table;

import java.util.List;

/** Typed columns of equal length, and where they came from. Rows count from 0. */
public final class Table {
  private final Origin origin;
  private final List<Column> columns;
  private final LineNumbers lines;
  private final RowNumbers rows;

  /** All rows of a file. */
  Table(Origin origin, List<Column> columns, LineNumbers lines) {
    this(origin, columns, lines, RowNumbers.all(lines.size()));
  }

  private Table(Origin origin, List<Column> columns, LineNumbers lines, RowNumbers rows) {
    this.origin = origin;
    this.columns = List.copyOf(columns);
    this.lines = lines;
    this.rows = rows;
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
    return columns.stream().map(Column::name).toList();
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

  /** The spellings of a missing cell that the options added to the usual ones, sorted. */
  public List<String> missingTokens() {
    return origin.missing();
  }

  /** The memory that the table has taken from, which what is made of it shares. */
  public Storage storage() {
    return origin.storage();
  }

  /**
   * The same table with these rows, in this order; a row may come more than once. It reads the same
   * numbers: what it takes are the row numbers.
   */
  public Table select(int[] rows) {
    RowNumbers chosen = this.rows.select(rows);
    if (chosen == this.rows) {
      return this;
    }
    List<Column> selected = columns.stream().map(column -> column.in(chosen)).toList();
    return new Table(origin, selected, lines, chosen);
  }
}
