package gdtrain.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells in aligned columns, for people: the first column to the left, the others to the
 * right.
 */
public final class TextTable {
  /** The first column is not cut shorter than this. */
  private static final int SHORTEST = 12;

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; all rows have equally many cells. */
  public void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** The lines, indented by two blanks. */
  public List<String> lines() {
    int columns = rows.isEmpty() ? 0 : rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  /** The lines, with the first column cut if they were wider than so many columns of a terminal. */
  public List<String> lines(int width) {
    int excess = width() - width;
    if (excess <= 0) {
      return lines();
    }
    int longest = rows.stream().mapToInt(row -> TextWidth.of(row.get(0))).max().orElse(0);
    TextTable cut = new TextTable();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.set(0, TextWidth.shortened(row.get(0), Math.max(longest - excess, SHORTEST)));
      cut.add(cells);
    }
    return cut.lines();
  }

  /** The columns of a terminal that the widest line takes. */
  public int width() {
    return lines().stream().mapToInt(TextWidth::of).max().orElse(0);
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder("  ").append(row.get(0));
    int gap = widths[0] - TextWidth.of(row.get(0));
    for (int i = 1; i < row.size(); i++) {
      gap += 2 + widths[i] - TextWidth.of(row.get(i));
      line.append(" ".repeat(gap)).append(row.get(i));
      gap = 0;
    }
    return line.toString();
  }
}
