package gdtrain.table;

import gdtrain.choice.InvalidSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Columns as the user names them.
 *
 * @param references header names or numbers from 1; an exact name beats a number
 */
public record Selection(List<String> references) {
  private static final CSVFormat LIST =
      CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();

  /** Keeps a copy of the references. */
  public Selection {
    references = List.copyOf(references);
  }

  /** No columns. */
  public static Selection none() {
    return new Selection(List.of());
  }

  /**
   * References separated by commas; one that holds a comma is quoted as in CSV.
   *
   * @throws IllegalArgumentException if one is empty or a quote is not closed
   */
  public static Selection parse(String commaSeparated) {
    if (commaSeparated.isBlank()) {
      return none();
    }
    try (CSVParser parser = CSVParser.parse(commaSeparated, LIST)) {
      List<CSVRecord> lines = parser.getRecords();
      List<String> references = lines.get(0).stream().map(CellText::strip).toList();
      if (lines.size() == 1 && !references.contains("")) {
        return new Selection(references);
      }
    } catch (IOException | UncheckedIOException e) {
      throw malformed(commaSeparated, e);
    }
    throw malformed(commaSeparated, null);
  }

  /**
   * One word of a command line that {@link #parse} reads as these references, quoted for a shell
   * where it must be.
   */
  public String argument() {
    String list = references.stream().map(Selection::item).collect(Collectors.joining(","));
    boolean plain = references.stream().allMatch(CellText::isPlain);
    return plain ? list : "'" + list.replace("'", "'\\''") + "'";
  }

  /** A reference as {@link #parse} reads it among others: quoted as in CSV where it must be. */
  public static String item(String reference) {
    boolean plain = reference.indexOf(',') < 0 && reference.indexOf('"') < 0;
    return plain ? reference : '"' + reference.replace("\"", "\"\"") + '"';
  }

  /** Whether no column is meant. */
  public boolean isEmpty() {
    return references.isEmpty();
  }

  /**
   * The indexes, from 0, of the columns meant, in the order given and each once.
   *
   * @param header the names of all columns
   * @param option the option that gave the references, for the error: "--numeric"
   * @throws UnknownColumn if there is no such column
   */
  public List<Integer> resolve(List<String> header, String option) {
    Set<Integer> indexes = new LinkedHashSet<>();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size() && !references.isEmpty(); i++) {
      places.putIfAbsent(header.get(i), i);
    }
    for (String reference : references) {
      indexes.add(resolve(reference, places.getOrDefault(reference, -1), header, option));
    }
    return List.copyOf(indexes);
  }

  /**
   * The index, from 0, of the column meant by one reference.
   *
   * @throws UnknownColumn if there is no such column
   */
  public static int resolveOne(String reference, List<String> header, String option) {
    return resolve(reference, header.indexOf(reference), header, option);
  }

  private static int resolve(String reference, int named, List<String> header, String option) {
    if (named >= 0) {
      return named;
    }
    if (!reference.matches("-?[0-9]+")) {
      throw UnknownColumn.named(reference, header, option);
    }
    int number = reference.matches("[0-9]{1,9}") ? Integer.parseInt(reference) : 0;
    if (number < 1 || number > header.size()) {
      throw UnknownColumn.numbered(reference, header.size(), option);
    }
    return number - 1;
  }

  private static InvalidSetting malformed(String text, Throwable cause) {
    return new InvalidSetting(
        "%s is not a list of names; separate them by commas, and put double quotes around a name that holds one"
            .formatted(CellText.quoted(text)),
        cause);
  }
}
