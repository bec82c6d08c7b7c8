package gdtrain.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads a CSV file into a table. */
public final class CsvReader {
  private final Source source;
  private final CsvOptions options;
  private final Splitting splitting;
  private final Layout layout;

  private CsvReader(Source source, CsvOptions options, Splitting splitting) {
    this.source = source;
    this.options = options;
    this.splitting = splitting;
    this.layout = Layout.of(source, options);
  }

  /** Reads the whole source on one thread. */
  public static Table read(Source source, CsvOptions options) {
    return read(source, options, 1);
  }

  /**
   * Reads the whole source.
   *
   * @param threads to work with; the table is the same
   * @throws BadTable if the data is at fault
   * @throws UnknownColumn if an option names a column that is not there
   */
  public static Table read(Source source, CsvOptions options, int threads) {
    return read(source, options, Splitting.of(threads));
  }

  static Table read(Source source, CsvOptions options, Splitting splitting) {
    return new CsvReader(source, options, splitting).read();
  }

  private Table read() {
    BitSet text = KindGuess.textColumns(source, options, layout);
    Columns first = filled(Fields.of(source, options, layout, text));
    if (first.contradicted().isEmpty()) {
      return table(first, first);
    }
    String hash = source.sha256();
    Columns second = filled(first.fields().onlyTexts(first.contradicted()));
    if (!source.sha256().equals(hash)) {
      throw new BadTable(source.name() + " has changed while it was read; try again");
    }
    return table(first, second);
  }

  private Columns filled(Fields fields) {
    Columns columns = new Columns(fields);
    Pass.fill(columns, splitting);
    return columns;
  }

  /** The table of the columns of a first look and, where they were contradicted, of a second. */
  private Table table(Columns first, Columns second) {
    if (first.lines().size() == 0) {
      throw new BadTable(source.name() + " has a header but no rows; add at least one");
    }
    List<Column> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    notes.add(summary(first.lines().size()));
    notes.addAll(layout.notes(options));
    for (int column = 0; column < layout.heading().names().size(); column++) {
      Columns right = first.contradicted().get(column) ? second : first;
      columns.add(right.column(column));
      right.note(column).ifPresent(notes::add);
    }
    Origin origin =
        new Origin(
            source.name(), source.sha256(), options.moreMissingTokens(), notes, source.storage());
    return new Table(origin, columns, first.lines());
  }

  private String summary(int rows) {
    return "%s: %s, %s, %s, %s, %s"
        .formatted(
            source.name(),
            Shown.count(rows, "row"),
            Shown.count(layout.heading().names().size(), "column"),
            layout.heading().present() ? "header" : "no header",
            Delimiter.name(layout.delimiter()),
            options.encoding().name());
  }
}
