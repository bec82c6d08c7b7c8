package gdtrain.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How names and cells appear inside a sentence: on one line, quoted, and never endless. */
final class Shown {
  private static final int LONGEST = 40;
  private static final int MOST = 12;

  private Shown() {}

  /** The text in single quotes, line ends and control characters escaped, shortened if long. */
  static String quoted(String text) {
    return "'" + oneLine(text) + "'";
  }

  /** The text as a person would type it after an option; a placeholder where that is hopeless. */
  static String argument(String text, String placeholder) {
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
  static String list(List<String> names) {
    String shown = names.stream().limit(MOST).map(Shown::oneLine).collect(Collectors.joining(", "));
    return names.size() > MOST ? shown + " and " + (names.size() - MOST) + " more" : shown;
  }

  /** "1 row", "2 rows". */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** "12.3 MiB". */
  static String bytes(long bytes) {
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    double shown = bytes;
    int unit = 0;
    for (; shown >= 1024 && unit < units.length - 1; unit++) {
      shown /= 1024;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", shown, units[unit]);
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(line, c));
    boolean cut = text.codePointCount(0, text.length()) > LONGEST;
    return line.append(cut ? "..." : "").toString();
  }

  private static void append(StringBuilder line, int c) {
    switch (c) {
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      default -> {
        if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
          line.append(String.format("\\u%04x", c));
        } else {
          line.appendCodePoint(c);
        }
      }
    }
  }
}
