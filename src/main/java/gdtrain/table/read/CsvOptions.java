package gdtrain.table.read;

import gdtrain.choice.InvalidSetting;
import gdtrain.table.CellText;
import gdtrain.table.NumberSyntax;
import gdtrain.table.Selection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a CSV file is to be read.
 *
 * @param header whether the first record holds names
 * @param columnNames the names of all columns, in place of the header's; empty = take the header's,
 *     or c1, c2, ... where there is none
 * @param delimiter what separates cells; empty = guess among comma, semicolon, tab, bar and blanks
 * @param encoding the character set of the file; a byte order mark that says otherwise is an error
 * @param missingTokens the spellings of a missing cell, stripped of outer blanks; an empty cell is
 *     missing whatever they are, and in a column of numbers each spelling of a number among them
 * @param numeric columns in which text is an error
 * @param categorical columns read as text even where every cell is a number
 * @param factoring what factor of the columns of numbers to make, if any
 * @param lines which lines are read, and whether blanks separate their cells
 */
public record CsvOptions(
    HeaderPresence header,
    List<String> columnNames,
    Optional<Character> delimiter,
    Charset encoding,
    Set<String> missingTokens,
    Selection numeric,
    Selection categorical,
    Optional<FactorRequest> factoring,
    LineOptions lines) {

  private static final Set<String> MISSING =
      Set.of("", "NA", "N/A", "NaN", "nan", "null", "NULL", "?");

  /** Checks what would be wrong for any file. */
  public CsvOptions {
    columnNames = columnNames.stream().map(CellText::strip).toList();
    missingTokens = missingTokens.stream().map(CellText::strip).collect(Collectors.toSet());
    if (columnNames.contains("") || new HashSet<>(columnNames).size() < columnNames.size()) {
      throw new InvalidSetting("⟦columns⟧: the names must be different and not empty");
    }
    if (delimiter.isPresent() && "\"\r\n\0".indexOf(delimiter.get()) >= 0) {
      throw new InvalidSetting("⟦delimiter⟧: a quote or a line end cannot separate cells");
    }
  }

  /** Everything guessed, UTF-8, and the usual spellings of a missing cell. */
  public static CsvOptions defaults() {
    return new CsvOptions(
        HeaderPresence.AUTO,
        List.of(),
        Optional.empty(),
        StandardCharsets.UTF_8,
        MISSING,
        Selection.none(),
        Selection.none(),
        Optional.empty(),
        LineOptions.automatic());
  }

  /** These options with other spellings of a missing cell. */
  public CsvOptions withMissingTokens(Set<String> tokens) {
    return new CsvOptions(
        header, columnNames, delimiter, encoding, tokens, numeric, categorical, factoring, lines);
  }

  /** These options with a factor to make, or with none. */
  public CsvOptions with(Optional<FactorRequest> other) {
    return new CsvOptions(
        header,
        columnNames,
        delimiter,
        encoding,
        missingTokens,
        numeric,
        categorical,
        other,
        lines);
  }

  /** These options for another encoding. */
  CsvOptions with(Charset other) {
    return new CsvOptions(
        header,
        columnNames,
        delimiter,
        other,
        missingTokens,
        numeric,
        categorical,
        factoring,
        lines);
  }

  /** The spellings of a missing cell besides the usual ones, sorted. */
  List<String> moreMissingTokens() {
    return missingTokens.stream().filter(token -> !MISSING.contains(token)).sorted().toList();
  }

  /** The spellings that are finite numbers, sorted: none of them is a value. */
  double[] missingNumbers() {
    return missingTokens.stream()
        .mapToDouble(NumberSyntax::parse)
        .filter(Double::isFinite)
        .map(number -> number + 0.0) // -0 is 0
        .sorted()
        .toArray();
  }

  /** Whether a cell, stripped of outer blanks, stands for a missing value. */
  boolean isMissing(String cell) {
    return cell.isEmpty() || missingTokens.contains(cell);
  }
}
