package gdtrain.report.picture.log;

import gdtrain.table.CellText;
import gdtrain.table.NumberSyntax;
import java.util.Locale;
import java.util.Set;

/** The cells of a log: numbers, what stands for NaN, and what says that nothing was measured. */
final class LogNumber {
  private static final Set<String> MISSING = Set.of("", "na", "n/a", "null", "none", "-");

  private LogNumber() {}

  /** Whether a cell says that nothing was measured. */
  static boolean isMissing(String cell) {
    return cell.isEmpty() || MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** Whether a cell says that the value is no number. */
  static boolean isNan(String cell) {
    String word = cell.startsWith("-") || cell.startsWith("+") ? cell.substring(1) : cell;
    return word.equalsIgnoreCase("nan");
  }

  /** Whether a cell is a number or says that nothing was measured. */
  static boolean isNumberOrMissing(String cell) {
    return isNumber(cell) || isMissing(CellText.strip(cell));
  }

  /** Whether a cell is a number, which may be infinite or NaN. */
  static boolean isNumber(String cell) {
    String text = CellText.strip(cell);
    return isNan(text) || !Double.isNaN(NumberSyntax.parse(text));
  }
}
