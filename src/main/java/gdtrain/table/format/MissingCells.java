package gdtrain.table.format;

import gdtrain.table.CellText;
import gdtrain.table.NumberSyntax;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cells stand for a missing value, besides empty ones.
 *
 * @param everywhere spellings in every column, stripped of outer blanks; those that are numbers
 *     stand for every spelling of the number in a column of numbers
 * @param amongNumbers spellings in columns whose other cells are numbers, dates or times
 */
public record MissingCells(Set<String> everywhere, Set<String> amongNumbers) {
  /** The usual spellings. */
  public static final MissingCells USUAL =
      new MissingCells(
          Set.of(
              "", "NA", "N/A", "n/a", "#N/A", "#NA", "<NA>", "NaN", "nan", "-NaN", "-nan",
              "1.#QNAN", "-1.#IND", "null", "NULL", "nil", "None", "NaT", "\\N", "?"),
          Set.of(".", "..", "...", "-", "--", "---", "*", "**", "–", "—", "na", "N.A.", "n.a."));

  /** No spelling at all but the empty cell. */
  public static final MissingCells NONE = new MissingCells(Set.of(), Set.of());

  /** Strips the spellings. */
  public MissingCells {
    everywhere = everywhere.stream().map(CellText::strip).collect(Collectors.toUnmodifiableSet());
    amongNumbers = Set.copyOf(amongNumbers);
  }

  /** These spellings and others. */
  public MissingCells and(List<String> more) {
    Set<String> all = new HashSet<>(everywhere);
    all.addAll(more);
    return new MissingCells(all, amongNumbers);
  }

  /** The spellings besides the usual ones, sorted. */
  public List<String> unusual() {
    return everywhere.stream().filter(token -> !USUAL.everywhere.contains(token)).sorted().toList();
  }

  /** The spellings that are finite numbers, sorted: none of them is a value. */
  public double[] numbers() {
    return everywhere.stream()
        .mapToDouble(NumberSyntax::parse)
        .filter(Double::isFinite)
        .map(number -> number + 0.0) // -0 is 0
        .sorted()
        .toArray();
  }

  /** Whether a stripped cell is missing in any column. */
  public boolean contains(String cell) {
    return cell.isEmpty() || everywhere.contains(cell);
  }

  /** Whether a stripped cell is missing in a column of numbers. */
  public boolean containsAmongNumbers(String cell) {
    return contains(cell) || amongNumbers.contains(cell);
  }
}
