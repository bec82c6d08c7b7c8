package gdtrain.table.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines whose cells are separated by runs of blanks and tabs. */
public final class BlankSeparated {
  private BlankSeparated() {}

  /** The line as CSV. */
  public static String csv(String line) {
    return cells(line).stream().map(BlankSeparated::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    boolean plain = text.indexOf(',') < 0 || text.startsWith("\"");
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** The cells of a line; those in double quotes keep them, as they may hold blanks. */
  public static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      if (isBlank(line.charAt(at))) {
        at++;
      } else {
        int end = end(line, at);
        cells.add(line.substring(at, end));
        at = end;
      }
    }
    return cells;
  }

  private static int end(String line, int start) {
    int at = start;
    boolean quoted = line.charAt(start) == '"';
    int closing = quoted ? line.indexOf('"', start + 1) : -1;
    while (closing > 0 && closing + 1 < line.length() && line.charAt(closing + 1) == '"') {
      closing = line.indexOf('"', closing + 2);
    }
    at = closing > 0 ? closing + 1 : at;
    while (at < line.length() && !isBlank(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
