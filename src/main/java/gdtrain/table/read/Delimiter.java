package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.shape.BlankSeparated;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What separates the cells, judged by the first records. */
final class Delimiter {
  /** Quantifiers do not give back, so that time is in proportion to the cell. */
  private static final Pattern FIGURE =
      Pattern.compile("[-+]?[.,]?+(?:[0-9]++[.,]?+)++(?:[eE][-+]?[0-9]++)?");

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int RECORDS = 50;
  private static final int CHARACTERS = 1 << 17;

  private Delimiter() {}

  /**
   * How a candidate cuts the sample.
   *
   * @param delimiter a character; empty = runs of blanks
   * @param cells that most records have
   * @param agreement the share of the records that have so many
   * @param figures the share of the cells, but for empty ones, that are numbers
   */
  private record Cut(Optional<Character> delimiter, int cells, double agreement, double figures) {
    static Cut of(Optional<Character> delimiter, List<String[]> records) {
      Map<Integer, Long> sizes =
          records.stream()
              .collect(Collectors.groupingBy(record -> record.length, Collectors.counting()));
      int most =
          sizes.entrySet().stream()
              .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(e -> e.getKey()))
              .map(Map.Entry::getKey)
              .orElse(0);
      long cells =
          records.stream().flatMap(Stream::of).filter(c -> c != null && !c.isEmpty()).count();
      long figures = records.stream().flatMap(Stream::of).filter(Delimiter::isFigure).count();
      return new Cut(
          delimiter,
          most,
          (double) sizes.getOrDefault(most, 0L) / records.size(),
          (double) figures / Math.max(1, cells));
    }

    boolean isBetterThan(Cut other) {
      return agreement > other.agreement || (agreement == other.agreement && cells > other.cells);
    }
  }

  /**
   * The candidate that gives most records as many cells as each other, more than one; of equals the
   * one with most cells; comma if there is none, or runs of blanks, which are the empty result.
   */
  static Optional<Character> guess(String sample) {
    Cut best = new Cut(Optional.of(','), 1, 0.5, 0);
    for (char candidate : CANDIDATES) {
      Cut cut = Cut.of(Optional.of(candidate), records(sample, candidate));
      if (cut.cells() > 1 && cut.isBetterThan(best)) {
        best = cut;
      }
    }
    List<String[]> blanks = blankSeparated(sample);
    Cut cut = Cut.of(Optional.empty(), blanks);
    boolean better =
        cut.agreement() > best.agreement()
            ? best.cells() == 1 || cut.figures() >= best.figures()
            : cut.agreement() == best.agreement() && cut.figures() > best.figures();
    return cut.cells() > 1 && better ? cut.delimiter() : best.delimiter();
  }

  /** Digits, perhaps with marks between them: a decimal comma, too. */
  private static boolean isFigure(String cell) {
    return cell != null && FIGURE.matcher(cell).matches() && !cell.endsWith(",");
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

  /** The beginning of a text, up to a fault if there is one after the first character. */
  static String sample(Source source, CsvOptions options) {
    char[] sample = new char[CHARACTERS];
    int size = 0;
    try (Reader text = StrictReader.open(source, options.encoding())) {
      for (int count = 0; count >= 0 && size < CHARACTERS; size += Math.max(count, 0)) {
        count = text.read(sample, size, CHARACTERS - size);
      }
    } catch (IOException e) {
      throw new BadTable(source.name() + " cannot be read: " + e.getMessage(), e);
    } catch (BadTable e) {
      if (size == 0 || source.mayGoOn()) {
        throw e;
      }
    }
    return new String(sample, 0, size);
  }

  /** How many cells a line has. */
  static int width(String line, Optional<Character> delimiter) {
    return cells(line, delimiter).length;
  }

  /** The cells of a line, stripped. */
  static String[] cells(String line, Optional<Character> delimiter) {
    List<String[]> records =
        delimiter.map(d -> records(line, d)).orElseGet(() -> blankSeparated(line));
    return records.isEmpty()
        ? new String[0]
        : Stream.of(records.get(0))
            .map(cell -> cell == null ? "" : CellText.strip(cell))
            .toArray(String[]::new);
  }

  private static List<String[]> blankSeparated(String sample) {
    List<String[]> lines = new ArrayList<>();
    sample
        .lines()
        .map(BlankSeparated::cells)
        .filter(cells -> !cells.isEmpty())
        .limit(RECORDS + 1)
        .forEach(cells -> lines.add(cells.toArray(String[]::new)));
    return withoutPart(sample, lines);
  }

  private static List<String[]> withoutPart(String sample, List<String[]> records) {
    if (sample.length() == CHARACTERS && records.size() > 1) {
      records.remove(records.size() - 1); // perhaps cut short
    }
    return records;
  }

  private static List<String[]> records(String sample, char delimiter) {
    // Lenient, as the wrong candidate makes nonsense of quotes.
    CSVFormat lenient =
        Records.format(Dialect.of(delimiter))
            .builder()
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    List<String[]> records = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(sample, lenient)) {
      for (CSVRecord record : parser) {
        if (!Records.isBlank(record.values())) {
          records.add(record.values());
        }
        if (records.size() > RECORDS) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
    return withoutPart(sample, records);
  }
}
