package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Which character separates the cells, judged by the first records. */
final class Delimiter {
  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int RECORDS = 50;
  private static final int CHARACTERS = 1 << 17;

  private Delimiter() {}

  /** How a candidate cuts the sample: the cells of the first record, and how many agree with it. */
  private record Cut(char delimiter, int cells, double agreement) {
    boolean isBetterThan(Cut other) {
      return agreement > other.agreement || (agreement == other.agreement && cells > other.cells);
    }
  }

  /**
   * The candidate that gives most records as many cells as the first one, more than one; of equals
   * the one with most cells; comma if there is none.
   */
  static char guess(Source source, CsvOptions options) {
    String sample = sample(source, options);
    Cut best = new Cut(',', 1, 0.5);
    for (char candidate : CANDIDATES) {
      Cut cut = cut(sample, candidate);
      if (cut.cells() > 1 && cut.isBetterThan(best)) {
        best = cut;
      }
    }
    return best.delimiter();
  }

  /** The delimiter in words. */
  static String name(char delimiter) {
    return switch (delimiter) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "bar";
      case ' ' -> "space";
      default -> "delimiter " + CellText.quoted(String.valueOf(delimiter));
    };
  }

  private static String sample(Source source, CsvOptions options) {
    char[] sample = new char[CHARACTERS];
    int size = 0;
    try (Reader text = StrictReader.open(source, options.encoding())) {
      for (int count = 0; count >= 0 && size < CHARACTERS; size += Math.max(count, 0)) {
        count = text.read(sample, size, CHARACTERS - size);
      }
    } catch (IOException e) {
      throw new BadTable(source.name() + " cannot be read: " + e.getMessage(), e);
    }
    return new String(sample, 0, size);
  }

  private static Cut cut(String sample, char delimiter) {
    List<Integer> sizes = sizes(sample, delimiter);
    if (sample.length() == CHARACTERS && sizes.size() > 1) {
      sizes.remove(sizes.size() - 1); // perhaps cut short
    }
    int first = sizes.isEmpty() ? 0 : sizes.get(0);
    long agreeing = sizes.stream().filter(size -> size == first).count();
    return new Cut(delimiter, first, (double) agreeing / sizes.size());
  }

  private static List<Integer> sizes(String sample, char delimiter) {
    // Lenient, as the wrong candidate makes nonsense of quotes.
    CSVFormat lenient =
        Records.format(delimiter).builder().setLenientEof(true).setTrailingData(true).get();
    List<Integer> sizes = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(sample, lenient)) {
      for (CSVRecord record : parser) {
        if (!Records.isBlank(record.values())) {
          sizes.add(record.size());
        }
        if (sizes.size() > RECORDS) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
    return sizes;
  }
}
