package gdtrain.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What is wrong with the quotes of a file the parser refused. The parser says it in words for
 * programmers, so the file is read once more, leniently: if it then comes to the end, a quote was
 * never closed and the last cell of the last record is the one; if not, text follows a closing
 * quote.
 */
final class QuoteFault {
  private QuoteFault() {}

  static BadTable find(Source source, CsvOptions options, char delimiter, long recordLine) {
    CSVFormat lenient = Records.format(delimiter).builder().setLenientEof(true).get();
    try (CSVParser parser = CSVParser.parse(TextInput.open(source, options.encoding()), lenient)) {
      return find(source.name(), parser, recordLine);
    } catch (IOException e) {
      return new BadTable(source.name() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static BadTable find(String name, CSVParser parser, long recordLine) {
    Iterator<CSVRecord> records = parser.iterator();
    String[] last = {};
    try {
      while (records.hasNext()) {
        last = records.next().values();
      }
    } catch (UncheckedIOException e) {
      return new BadTable(
          "%s, line %d: text follows the closing quote of a cell in the record that starts on line %d; write a quote inside a quoted cell twice"
              .formatted(name, parser.getCurrentLineNumber(), recordLine));
    }
    return new BadTable(
        "%s, line %d: a quoted cell starts here and its quote is never closed; close it, or write a quote inside a cell twice"
            .formatted(name, recordLine + lineEndsBeforeLastCell(last)));
  }

  private static long lineEndsBeforeLastCell(String[] cells) {
    return Arrays.stream(cells)
        .limit(Math.max(cells.length - 1, 0))
        .filter(cell -> cell != null)
        .mapToLong(cell -> cell.split("\r\n|\r|\n", -1).length - 1)
        .sum();
  }
}
