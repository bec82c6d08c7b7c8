package gdtrain.table.shape;

import gdtrain.table.NumberSyntax;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a cell looks like, whatever the format of its numbers. */
final class CellKind {
  /** The most letters of a figure: those of a unit, an exponent or a month. */
  private static final int UNIT = 5;

  private static final Set<String> UNKNOWN =
      Set.of("unknown", "missing", "none", "nil", "null", "na", "n/a", "nan", "inf", "infinity");

  private static final int LONGEST_UNKNOWN = 20;
  private static final Pattern SIGNS = Pattern.compile("[<>#()\\[\\]]");

  private CellKind() {}

  /** Whether the cell is a number as the reader knows it. */
  static boolean isNumber(String cell) {
    return Double.isFinite(NumberSyntax.parse(cell));
  }

  /** Whether a person would call it a number or a date: "1,234.5", "$4.50", "12 kg", "3/4/2024". */
  static boolean isFigure(String cell) {
    int first = firstLetterOrDigit(cell);
    return !Double.isNaN(NumberSyntax.parse(cell))
        || (first < cell.length()
            && Character.isDigit(cell.charAt(first))
            && cell.chars().filter(Character::isLetter).count() <= UNIT);
  }

  private static int firstLetterOrDigit(String cell) {
    int at = 0;
    while (at < cell.length() && !Character.isLetterOrDigit(cell.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether it is a text with letters that stands for no value and for no missing one. */
  static boolean isWord(String cell) {
    return cell.chars().anyMatch(Character::isLetter) && !isFigure(cell) && !isUnknown(cell);
  }

  /** Whether it says that a value is not known. */
  static boolean isUnknown(String cell) {
    return cell.length() <= LONGEST_UNKNOWN
        && UNKNOWN.contains(SIGNS.matcher(cell.toLowerCase(Locale.ROOT)).replaceAll(""));
  }

  /** Whether it says nothing: empty, or only of signs such as "-". */
  static boolean isBlank(String cell) {
    return cell.chars().noneMatch(Character::isLetterOrDigit);
  }

  /** Whether nearly all cells that say something are figures, and there is one. */
  static boolean areFigures(Collection<String> cells) {
    long present =
        cells.stream().filter(c -> isFigure(c) || (!isBlank(c) && !isUnknown(c))).count();
    long figures = cells.stream().filter(CellKind::isFigure).count();
    return figures > 0 && figures >= 0.8 * present;
  }

  /** The shape of a figure: runs of digits as one, all else as it is. */
  static String mask(String cell) {
    return cell.replaceAll("[0-9]+", "9");
  }
}
