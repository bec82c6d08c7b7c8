package gdtrain.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.LongFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/** The records of a text from top to bottom: cells stripped, blank lines left out. */
final class Records implements Closeable {
  private final long linesBefore;
  private final LongFunction<BadTable> quoteFault;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private String[] cells = {};
  private long line;

  /**
   * @param text starts where a record does
   * @param linesBefore the number of lines before the text
   * @param quoteFault what is wrong with the quotes of a record that starts on a line
   */
  Records(Reader text, char delimiter, long linesBefore, LongFunction<BadTable> quoteFault) {
    this.linesBefore = linesBefore;
    this.quoteFault = quoteFault;
    try {
      this.parser = CSVParser.parse(text, format(delimiter));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is read yet
    }
    this.records = parser.iterator();
  }

  /** The records of the whole source. */
  static Records open(Source source, CsvOptions options, char delimiter) {
    Reader text = TextInput.open(source, options.encoding());
    return new Records(
        text, delimiter, 0, line -> QuoteFault.find(source, options, delimiter, line));
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
        line = linesBefore + parser.getCurrentLineNumber() + 1;
        if (!records.hasNext()) {
          return false;
        }
        cells = records.next().values(); // not a copy, but the record is not used again
      } while (isBlank(cells));
    } catch (UncheckedIOException e) {
      throw quoteFault.apply(line);
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

  /** How many line ends have been passed. */
  long lineEnds() {
    return parser.getCurrentLineNumber();
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new BadTable("the data cannot be closed: " + e.getMessage(), e);
    }
  }
}
