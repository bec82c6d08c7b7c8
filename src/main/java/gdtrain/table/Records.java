package gdtrain.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/** The records of a source from top to bottom: cells stripped, blank lines left out. */
final class Records implements Closeable {
  private final Source source;
  private final CsvOptions options;
  private final CSVFormat format;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private String[] cells = {};
  private long line;

  private Records(Source source, CsvOptions options, CSVFormat format) throws IOException {
    Reader text = TextInput.open(source, options.encoding());
    this.source = source;
    this.options = options;
    this.format = format;
    this.parser = CSVParser.parse(text, format);
    this.records = parser.iterator();
  }

  static Records open(Source source, CsvOptions options, char delimiter) {
    try {
      return new Records(source, options, format(delimiter));
    } catch (IOException e) {
      throw new BadTable(source.name() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The format of a file with this delimiter. An empty cell without quotes is null, and blank lines
   * are records, so that a blank line can be told from a quoted empty cell and lines can be
   * counted.
   */
  static CSVFormat format(char delimiter) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreSurroundingSpaces(true)
        .setIgnoreEmptyLines(false)
        .setQuoteMode(QuoteMode.ALL_NON_NULL)
        .get();
  }

  /** Whether these are the cells of a blank line. */
  static boolean isBlank(String[] cells) {
    return cells.length == 1 && cells[0] == null;
  }

  /** Goes to the next record; false after the last one. */
  boolean next() {
    try {
      do {
        line = parser.getCurrentLineNumber() + 1;
        if (!records.hasNext()) {
          return false;
        }
        cells = records.next().values(); // not a copy, but the record is not used again
      } while (isBlank(cells));
    } catch (UncheckedIOException e) {
      throw QuoteFault.find(source, options, format, line);
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i] == null ? "" : Blanks.strip(cells[i]);
    }
    return true;
  }

  /** The cells of the current record, stripped of outer blanks. */
  String[] cells() {
    return cells;
  }

  /** The line, from 1, on which the current record starts. */
  long line() {
    return line;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new BadTable(source.name() + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
