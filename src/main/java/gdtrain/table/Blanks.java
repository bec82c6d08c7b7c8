package gdtrain.table;

/** Outer blanks of a cell: every Unicode space, also the no-break spaces String.strip leaves. */
final class Blanks {
  private Blanks() {}

  static String strip(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isBlank(cell.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
