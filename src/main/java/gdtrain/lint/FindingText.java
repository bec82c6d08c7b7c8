package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.Selection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Numbers and settings in the sentence of a finding. */
final class FindingText {
  private FindingText() {}

  /** A number as in a cell: whole numbers without a fraction, others with all their digits. */
  static String cell(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /** A number rounded to significant digits; with an exponent if it is very small or large. */
  static String rounded(double value, int digits) {
    double rounded = round(value, digits);
    double size = Math.abs(rounded);
    return rounded == 0 || (size >= 1e-4 && size < 1e9)
        ? new BigDecimal(Double.toString(rounded)).stripTrailingZeros().toPlainString()
        : Double.toString(rounded).replace(".0E", "E").replace('E', 'e');
  }

  /** Rounds a number to significant digits, unless it is not finite. */
  static double round(double value, int digits) {
    if (!Double.isFinite(value)) {
      return value;
    }
    return new BigDecimal(value)
        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
        .doubleValue();
  }

  /** A share such as "98 %"; "100 %" only for 1. */
  static String percent(double share) {
    double percent = 100 * share;
    return rounded(percent < 99 ? Math.rint(percent) : Math.floor(percent * 1000) / 1000, 6) + " %";
  }

  /** The setting that leaves a column out, with those left out already, since it is given once. */
  static String exclude(Column column, TrainingRows rows) {
    return exclude(List.of(column), rows);
  }

  /** The setting that leaves columns out, with those left out already, since it is given once. */
  static String exclude(List<Column> columns, TrainingRows rows) {
    List<String> references = new ArrayList<>(rows.preparation().exclude().references());
    for (Column column : columns) {
      boolean typable = column.name().chars().noneMatch(Character::isISOControl);
      references.add(typable ? column.name() : Integer.toString(column.position()));
    }
    return setting("⟦exclude⟧", references);
  }

  /**
   * The setting that reads a cell as missing wherever it occurs, with the tokens it has already.
   */
  static String missing(String cell, TrainingRows rows) {
    List<String> tokens = new ArrayList<>(rows.table().missingTokens());
    tokens.add(cell);
    return setting("⟦na⟧", tokens);
  }

  private static String setting(String name, List<String> values) {
    String argument = new Selection(values).argument();
    return name + (argument.startsWith("-") ? "=" : " ") + argument;
  }
}
