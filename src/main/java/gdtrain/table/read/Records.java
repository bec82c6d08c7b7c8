package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
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
  private final Limited text;
  private final Iterator<CSVRecord> records;
  private String[] cells = {};
  private long line;
  private long comments;
  private long firstComment;

  /**
   * @param text starts where a record does
   * @param linesBefore the number of lines before the text
   * @param quoteFault what is wrong with the quotes of a record that starts on a line
   */
  Records(Reader text, Dialect dialect, long linesBefore, LongFunction<BadTable> quoteFault) {
    this.linesBefore = linesBefore;
    this.quoteFault = quoteFault;
    this.text = new Limited(text);
    try {
      this.parser = CSVParser.parse(this.text, format(dialect));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is read yet
    }
    this.records = parser.iterator();
  }

  /** The records of the whole source. */
  static Records open(Source source, CsvOptions options, Dialect dialect) {
    Reader text = StrictReader.open(source, options.encoding());
    return new Records(text, dialect, 0, new QuoteFaults(source, options, dialect, 0));
  }

  /**
   * The format of a file of this dialect. An empty cell without quotes is null, and blank lines are
   * records, so that a blank line can be told from a quoted empty cell and lines can be counted.
   */
  static CSVFormat format(Dialect dialect) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(dialect.delimiter())
        .setCommentMarker(dialect.comment().orElse(null))
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
        text.begin();
        if (!records.hasNext()) {
          return false;
        }
        CSVRecord record = records.next();
        cells = record.values(); // not a copy, but the record is not used again
        line += comments(record);
      } while (isBlank(cells));
    } catch (UncheckedIOException e) {
      throw quoteFault.apply(line);
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i] == null ? "" : CellText.strip(cells[i]);
    }
    return true;
  }

  /** How many lines of comments stand before a record. */
  private long comments(CSVRecord record) {
    if (!record.hasComment()) {
      return 0;
    }
    long count = record.getComment().chars().filter(c -> c == '\n').count() + 1;
    if (comments == 0) {
      firstComment = line;
    }
    comments += count;
    return count;
  }

  /** How many lines of comments there were before the records. */
  long comments() {
    return comments;
  }

  /** The line, from 1, of the first comment. */
  long firstComment() {
    return firstComment;
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

  /**
   * What is wrong with the quotes of a file that the parser refused. The parser's own sentence is
   * for programmers, so the file is read once more, leniently: if that reaches the end, a quote was
   * never closed, and the last cell of the last record is the one; if not, text follows a closing
   * quote.
   *
   * @param linesBefore how many lines there are before the source
   */
  record QuoteFaults(Source source, CsvOptions options, Dialect dialect, long linesBefore)
      implements LongFunction<BadTable> {
    /** The fault of a record that starts on a line and was refused. */
    @Override
    public BadTable apply(long recordLine) {
      CSVFormat lenient = format(dialect).builder().setLenientEof(true).get();
      try (Limited text = new Limited(StrictReader.open(source, options.encoding()));
          CSVParser parser = CSVParser.parse(text, lenient)) {
        return fault(parser, text, recordLine);
      } catch (IOException e) {
        return new BadTable(source.name() + " cannot be read: " + e.getMessage(), e);
      }
    }

    private BadTable fault(CSVParser parser, Limited text, long recordLine) {
      Iterator<CSVRecord> records = parser.iterator();
      String[] last = {};
      try {
        while (text.begin() && records.hasNext()) {
          last = records.next().values();
        }
      } catch (UncheckedIOException e) {
        if (text.left < 0) {
          return new BadTable(
              "%s, line %d: the record that starts here has more than %,d characters; close its quotes, or mend the file"
                  .formatted(source.name(), recordLine, Limited.MOST));
        }
        return new BadTable(
            "%s, line %d: text follows the closing quote of a cell in the record that starts on line %d; write a quote inside a quoted cell twice"
                .formatted(source.name(), linesBefore + parser.getCurrentLineNumber(), recordLine));
      }
      return new BadTable(
          "%s, line %d: a quoted cell starts here and its quote is never closed; close it, or write a quote inside a cell twice"
              .formatted(source.name(), recordLine + lineEndsBeforeLastCell(last)));
    }
  }

  private static long lineEndsBeforeLastCell(String[] cells) {
    return Arrays.stream(cells)
        .limit(Math.max(cells.length - 1, 0))
        .filter(cell -> cell != null)
        .mapToLong(cell -> cell.split("\r\n|\r|\n", -1).length - 1)
        .sum();
  }

  /** A text that ends in a fault where a record is so long that no table has it. */
  private static final class Limited extends FilterReader {
    private static final int MOST = 1 << 24;

    private long left = MOST;

    Limited(Reader text) {
      super(text);
    }

    /** Lets a record begin; always true. */
    boolean begin() {
      left = MOST;
      return true;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      left -= count;
      if (left < 0) {
        throw new IOException("the record is too long");
      }
      return count;
    }
  }
}
