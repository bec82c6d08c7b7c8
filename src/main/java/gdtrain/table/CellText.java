package gdtrain.table;

import gdtrain.choice.VisibleText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The texts of cells and names: stripped and in order, and as they appear inside a sentence, on one
 * line, quoted and shortened.
 */
public final class CellText {
  /**
   * By Unicode code point, as UTF-8 bytes and Python order them. String.compareTo goes by UTF-16
   * units and so puts U+1F600 (D83D DE00) before U+FF21.
   */
  public static final Comparator<String> ORDER = CellText::compare;

  private static final int LONGEST = 40;
  private static final int MOST = 12;

  private CellText() {}

  private static int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return Integer.compare(a.codePointAt(i), b.codePointAt(i));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** The text without outer blanks: any Unicode space, also the no-break ones of String.strip. */
  public static String strip(String cell) {
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

  /** The text in single quotes, line ends and control characters escaped, shortened if long. */
  public static String quoted(String text) {
    return "'" + oneLine(text) + "'";
  }

  /** The text as one would type it after an option; the placeholder where that is hopeless. */
  public static String argument(String text, String placeholder) {
    if (isPlain(text)) {
      return text;
    }
    boolean typable = text.length() <= LONGEST && text.equals(oneLine(text)) && !text.contains("'");
    return typable && text.indexOf(',') < 0 ? "'" + text + "'" : placeholder;
  }

  /** Whether no shell and no comma-separated list gives the text another meaning. */
  static boolean isPlain(String text) {
    return text.length() <= LONGEST && text.matches("[\\p{L}\\p{N}_.+/-]+");
  }

  /** The first names, and how many more there are. */
  public static String list(List<String> names) {
    String first =
        names.stream().limit(MOST).map(CellText::oneLine).collect(Collectors.joining(", "));
    return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
  }

  /** A number as a person writes it: a whole one without a fraction. */
  public static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /** The text on one line, shortened if long. */
  public static String shortened(String text) {
    return oneLine(text);
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> VisibleText.append(line, c));
    boolean cut = text.codePointCount(0, text.length()) > LONGEST;
    return line.append(cut ? "..." : "").toString();
  }
}
