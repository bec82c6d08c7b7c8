package gdtrain.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads a CSV file into a table. */
public final class CsvReader {
  private final Source source;
  private final CsvOptions options;
  private final Layout layout;
  private final List<ColumnBuilder> builders = new ArrayList<>();
  private final IntBlocks lines = new IntBlocks();

  private CsvReader(Source source, CsvOptions options, Layout layout, BitSet text) {
    this.source = source;
    this.options = options;
    this.layout = layout;
    for (int column = 0; column < layout.heading().names().size(); column++) {
      Place place = layout.place(source, column);
      builders.add(
          text.get(column)
              ? new TextBuilder(place, layout.categorical().contains(column))
              : new NumericBuilder(
                  place, layout.numeric().contains(column), options.missingNumbers()));
    }
  }

  /**
   * Reads the whole source.
   *
   * @throws BadTable if the data is at fault
   * @throws UnknownColumn if an option names a column that is not there
   */
  public static Table read(Source source, CsvOptions options) {
    Layout layout = Layout.of(source, options);
    BitSet text = KindGuess.textColumns(source, options, layout);
    while (true) {
      CsvReader pass = new CsvReader(source, options, layout, text);
      pass.fill();
      if (!pass.correct(text)) {
        return pass.table();
      }
    }
  }

  private void fill() {
    try (Records records = Records.open(source, options, layout.delimiter())) {
      if (layout.heading().present()) {
        records.next();
      }
      while (records.next()) {
        add(records.cells(), records.line());
      }
    }
  }

  private void add(String[] cells, long line) {
    if (cells.length != builders.size()) {
      throw ragged(cells.length, line);
    }
    if (layout.heading().isRepeatedBy(cells)) {
      throw new BadTable(
          "%s, line %d: the record repeats the header; remove it, or give --header no if the header is data"
              .formatted(source.name(), line));
    }
    lines.add(Math.toIntExact(line));
    for (int column = 0; column < cells.length; column++) {
      if (options.isMissing(cells[column])) {
        builders.get(column).addMissing();
      } else {
        builders.get(column).add(cells[column], line);
      }
    }
  }

  /** Adds the columns that turned out to be text; false if there is none. */
  private boolean correct(BitSet text) {
    boolean wrong = false;
    for (int column = 0; column < builders.size(); column++) {
      if (builders.get(column).isContradicted()) {
        text.set(column);
        wrong = true;
      }
    }
    return wrong;
  }

  private Table table() {
    if (lines.size() == 0) {
      throw new BadTable(source.name() + " has a header but no rows; add at least one");
    }
    List<Column> columns = builders.stream().map(ColumnBuilder::column).toList();
    Origin origin =
        new Origin(source.name(), source.sha256(), options.moreMissingTokens(), notes());
    return new Table(origin, columns, lines);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "%s: %s, %s, %s, %s, %s"
            .formatted(
                source.name(),
                Shown.count(lines.size(), "row"),
                Shown.count(builders.size(), "column"),
                layout.heading().present() ? "header" : "no header",
                Delimiter.name(layout.delimiter()),
                options.encoding().name()));
    notes.addAll(layout.notes(options));
    builders.forEach(builder -> builder.note().ifPresent(notes::add));
    return notes;
  }

  private BadTable ragged(int found, long line) {
    return new BadTable(
        "%s, line %d: %s, not %d as before; put quotes around a cell that holds the delimiter (%s) or a line end, or give --delimiter"
            .formatted(
                source.name(),
                line,
                Shown.count(found, "cell"),
                builders.size(),
                Delimiter.name(layout.delimiter())));
  }
}
