package gdtrain.table.shape;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the lines at the end of a file that are no rows: totals, and remarks of programs. */
public final class LastLines {
  private static final Pattern TOTAL =
      Pattern.compile(
          "(grand |sub-?)?(totals?|sums?|summe|gesamt|gesamtsumme|insgesamt|somme|suma|totale|média"
              + "|mean|average|avg|mittelwert|moyenne|count|anzahl|合計|总计|總計|合计|小計|小计|平均"
              + "|总和|總和)\\b?[:.]?( .{0,20})?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern REMARK =
      Pattern.compile("\\(.*|.*[ :].*|[-=+_]{2,}|eof|end|fin|ende", Pattern.CASE_INSENSITIVE);

  /** The most lines that are taken out. */
  private static final int MOST = 10;

  /** Rows a line is compared with. */
  private static final int ROWS = 50;

  private LastLines() {}

  /**
   * How many of the last lines are no rows.
   *
   * @param lines the last lines of a file, without line ends; blank ones count, too
   * @param cells of a line, stripped
   */
  public static int count(List<String> lines, Function<String, String[]> cells) {
    int end = lines.size();
    for (int i = 0; i < MOST && end > 0; i++) {
      String last = lines.get(end - 1);
      List<String[]> rows =
          lines.subList(Math.max(0, end - 1 - ROWS), end - 1).stream()
              .filter(line -> !line.isBlank())
              .map(cells)
              .toList();
      boolean blank = last.isBlank() && end < lines.size();
      boolean quoted = last.chars().filter(c -> c == '"').count() % 2 == 1;
      if (!blank && (last.isBlank() || quoted || !isNoRow(cells.apply(last), rows))) {
        break;
      }
      end--;
    }
    while (end < lines.size() && lines.get(end).isBlank()) {
      end++;
    }
    return lines.size() - end;
  }

  private static boolean isNoRow(String[] cells, List<String[]> rows) {
    int[] present = IntStream.range(0, cells.length).filter(i -> !cells[i].isEmpty()).toArray();
    if (present.length == 0 || rows.size() < 2) {
      return false;
    }
    int width = rows.get(rows.size() / 2).length;
    int first = present[0];
    boolean alone = present.length == 1 && (cells.length < width || width > 2);
    boolean remark =
        alone && !CellKind.isFigure(cells[first]) && REMARK.matcher(cells[first]).matches();
    boolean total = Arrays.stream(present).anyMatch(i -> isTotal(i, i == first, cells, rows));
    return width > 1 && (remark || total);
  }

  /** A total stands first in its line, or in a column of numbers, and nowhere else. */
  private static boolean isTotal(int column, boolean isFirst, String[] cells, List<String[]> rows) {
    List<String> above =
        rows.stream().filter(row -> row.length > column).map(row -> row[column]).toList();
    return TOTAL.matcher(cells[column]).matches()
        && above.stream().noneMatch(cells[column]::equalsIgnoreCase)
        && (isFirst || CellKind.areFigures(above));
  }
}
