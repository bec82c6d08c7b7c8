package gdtrain.report;

import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The records of a file as they stand there, blanks, quotes and line ends among them, to which
 * cells are appended. A file of another shape than CSV, or one whose lines are not what they were
 * read as, has none.
 */
public final class InputRows implements RowsToExtend {
  /** What may separate cells where nobody says so. */
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  private final InputStream in;
  private final Charset encoding;
  private Table cells;
  private final CSVFormat format;
  private final int delimiter;
  private final String header;
  private int row;
  private long line = 1;
  private int pushedBack = -1;
  private boolean quoted;
  private boolean wasClosed;
  private boolean ended;

  private InputRows(
      InputStream in, Charset encoding, Table cells, CSVFormat format, String header) {
    this.in = new BufferedInputStream(in);
    this.encoding = encoding;
    this.cells = cells;
    this.format = format;
    this.delimiter = format.getDelimiterString().charAt(0);
    this.header = header;
  }

  /**
   * The records of a table.
   *
   * @param content opens the bytes of the file
   * @param cells of all columns, as text
   * @param delimiter if it is known
   * @return empty if they cannot be found in the file
   */
  public static Optional<InputRows> of(
      Supplier<InputStream> content, Charset encoding, Table cells, Optional<Character> delimiter) {
    List<Character> candidates = delimiter.map(List::of).orElse(DELIMITERS);
    return candidates.stream()
        .filter(c -> c < 0x80)
        .map(c -> CsvText.FORMAT.builder().setDelimiter(c).get())
        .flatMap(format -> of(content, encoding, cells, format).stream())
        .findFirst();
  }

  private static Optional<InputRows> of(
      Supplier<InputStream> content, Charset encoding, Table cells, CSVFormat format) {
    try (InputRows trial = new InputRows(content.get(), encoding, cells, format, "")) {
      String above = trial.until(cells.line(0));
      String first = trial.record();
      List<String> names = cells.columnNames();
      if (!trial.parsed(first).equals(texts(cells, 0))) {
        return Optional.empty();
      }
      boolean named = !above.isEmpty() && trial.parsed(above).equals(names);
      boolean numbered = names.get(0).equals("c1");
      String header = named ? above : format.format(names.toArray()) + end(first);
      return named || numbered
          ? Optional.of(new InputRows(content.get(), encoding, cells, format, header))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> texts(Table cells, int row) {
    List<String> texts = new ArrayList<>();
    for (Column column : cells.columns()) {
      texts.add(column.isMissing(row) ? "" : ((TextColumn) column).text(row));
    }
    return texts;
  }

  /** The stripped cells of a record; none if it is not one record. */
  private List<String> parsed(String record) throws IOException {
    CSVFormat reading = format.builder().setIgnoreSurroundingSpaces(true).get();
    String text = record.startsWith("\ufeff") ? record.substring(1) : record;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), reading)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1
          ? Arrays.stream(records.get(0).values()).map(CellText::strip).toList()
          : List.of();
    }
  }

  @Override
  public String header(List<String> added) {
    return extended(header, added);
  }

  @Override
  public void goOn(Table rows, Supplier<Table> texts) {
    cells = rows; // for their lines
    row = 0;
  }

  @Override
  public String next(List<String> added) throws IOException {
    long start = cells.line(row++);
    while (line < start) { // blank lines and comments
      line(new ByteArrayOutputStream());
    }
    return extended(record(), added);
  }

  private String extended(String record, List<String> added) {
    String end = end(record);
    String body =
        record.endsWith(end) ? record.substring(0, record.length() - end.length()) : record;
    return body + format.getDelimiterString() + format.format(added.toArray()) + end;
  }

  private static String end(String record) {
    return record.endsWith("\r\n") ? "\r\n" : record.endsWith("\r") ? "\r" : "\n";
  }

  /** The last of the records before a line; empty if there is none. */
  private String until(long wanted) throws IOException {
    String last = "";
    while (line < wanted) {
      last = record();
    }
    return last;
  }

  /** The next record with its end. */
  private String record() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    quoted = false;
    do {
      line(bytes);
    } while (quoted && !ended);
    return bytes.toString(encoding);
  }

  /**
   * Reads a line with its end. A quote opens a cell only where the cell starts, after blanks at
   * most, or where it stands right behind one that closed it.
   */
  private void line(ByteArrayOutputStream bytes) throws IOException {
    boolean start = !quoted;
    wasClosed = false;
    for (int next = read(); next >= 0; next = read()) {
      bytes.write(next);
      if (next == '\n' || (next == '\r' && !isFollowedByFeed())) {
        line++;
        return;
      }
      boolean quote = next == '"';
      boolean closes = quote && quoted;
      quoted = quote ? !quoted && (start || wasClosed) : quoted;
      wasClosed = closes;
      start = next == delimiter || (start && next != '"' && Character.isWhitespace(next));
    }
    ended = true;
    line++;
  }

  private boolean isFollowedByFeed() throws IOException {
    pushedBack = in.read();
    return pushedBack == '\n';
  }

  private int read() throws IOException {
    int next = pushedBack >= 0 ? pushedBack : in.read();
    pushedBack = -1;
    return next;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
