package gdtrain.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * What counts as a number: what a person writes.
 *
 * <pre>
 * number   = [sign] (digits ["." [digits]] | "." digits) [("e" | "E") [sign] digits]
 * infinity = [sign] ("inf" | "infinity") in any case
 * </pre>
 *
 * Not Java's 1d, 0x1p3 or 1_000, and no thousands separators.
 */
public final class NumberSyntax {
  private NumberSyntax() {}

  /** The value of a stripped cell, infinite where it overflows; NaN = not a number. */
  public static double parse(String cell) {
    if (isNumber(cell)) {
      return JavaDoubleParser.parseDouble(cell);
    }
    return infinity(cell);
  }

  private static boolean isNumber(String cell) {
    int start = afterSign(cell, 0);
    int whole = afterDigits(cell, start);
    int digits = whole - start;
    int at = whole;
    if (has(cell, at, '.')) {
      at = afterDigits(cell, whole + 1);
      digits += at - whole - 1;
    }
    if (digits == 0) {
      return false;
    }
    if (has(cell, at, 'e') || has(cell, at, 'E')) {
      int exponent = afterSign(cell, at + 1);
      at = afterDigits(cell, exponent);
      if (at == exponent) {
        return false;
      }
    }
    return at == cell.length();
  }

  private static double infinity(String cell) {
    String word = cell.substring(afterSign(cell, 0));
    if (!word.equalsIgnoreCase("inf") && !word.equalsIgnoreCase("infinity")) {
      return Double.NaN;
    }
    return has(cell, 0, '-') ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private static int afterSign(String cell, int at) {
    return has(cell, at, '+') || has(cell, at, '-') ? at + 1 : at;
  }

  private static int afterDigits(String cell, int at) {
    int end = at;
    while (end < cell.length() && cell.charAt(end) >= '0' && cell.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static boolean has(String cell, int at, char wanted) {
    return at < cell.length() && cell.charAt(at) == wanted;
  }
}
