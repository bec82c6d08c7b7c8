package gdtrain.table.read;

import gdtrain.choice.InvalidSetting;
import gdtrain.table.CellText;
import gdtrain.table.format.CellFormats;
import gdtrain.table.format.MissingCells;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * How a CSV file is to be read.
 *
 * @param header whether the first record holds names
 * @param columnNames the names of all columns, in place of the header's; empty = take the header's,
 *     or c1, c2, ... where there is none
 * @param delimiter what separates cells; empty = guess among comma, semicolon, tab, bar and blanks
 * @param encoding the character set of the file; a byte order mark that says otherwise is an error
 * @param missing which cells stand for a missing value
 * @param formats how cells are written, as far as it is known
 * @param factoring what factor of the columns of numbers to make, if any
 * @param lines which lines are read, and whether blanks separate their cells
 */
public record CsvOptions(
    HeaderPresence header,
    List<String> columnNames,
    Optional<Character> delimiter,
    Charset encoding,
    MissingCells missing,
    CellFormats formats,
    Optional<FactorRequest> factoring,
    LineOptions lines) {
  /** Whether the first record of a file holds the names of its columns. */
  public enum HeaderPresence {
    AUTO,
    YES,
    NO
  }

  /** Checks what would be wrong for any file. */
  public CsvOptions {
    columnNames = columnNames.stream().map(CellText::strip).toList();
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
        MissingCells.USUAL,
        CellFormats.DETECTED,
        Optional.empty(),
        LineOptions.automatic());
  }

  /** These options with other cells that are missing. */
  public CsvOptions with(MissingCells cells) {
    return new CsvOptions(
        header, columnNames, delimiter, encoding, cells, formats, factoring, lines);
  }

  /** These options with other formats. */
  public CsvOptions with(CellFormats other) {
    return new CsvOptions(
        header, columnNames, delimiter, encoding, missing, other, factoring, lines);
  }

  /** These options with a factor to make, or with none. */
  public CsvOptions with(Optional<FactorRequest> other) {
    return new CsvOptions(header, columnNames, delimiter, encoding, missing, formats, other, lines);
  }

  /** These options for another encoding. */
  CsvOptions with(Charset other) {
    return new CsvOptions(
        header, columnNames, delimiter, other, missing, formats, factoring, lines);
  }
}
