package gdtrain.table.store;

import java.util.Arrays;
import java.util.Objects;

/**
 * The lines on which rows start. Most records take one line, so runs of consecutive lines are kept
 * rather than every number.
 */
public final class LineNumbers {
  private int[] firstRows = new int[4];
  private long[] firstLines = new long[4];
  private int runs;
  private int rows;

  public int size() {
    return rows;
  }

  /** The line of a row. */
  public long get(int row) {
    Objects.checkIndex(row, rows);
    int found = Arrays.binarySearch(firstRows, 0, runs, row);
    int run = found >= 0 ? found : -found - 2;
    return firstLines[run] + (row - firstRows[run]);
  }

  public void add(long line) {
    append(line, 1);
  }

  /** Adds the lines of a part of the file, which count from the given number of lines before it. */
  public void append(LineNumbers part, long linesBefore) {
    for (int run = 0; run < part.runs; run++) {
      int end = run + 1 < part.runs ? part.firstRows[run + 1] : part.rows;
      append(part.firstLines[run] + linesBefore, end - part.firstRows[run]);
    }
  }

  public void clear() {
    runs = 0;
    rows = 0;
  }

  private void append(long line, int count) {
    int end = Math.addExact(rows, count);
    if (runs == 0 || line != firstLines[runs - 1] + (rows - firstRows[runs - 1])) {
      if (runs == firstRows.length) {
        firstRows = Arrays.copyOf(firstRows, 2 * runs);
        firstLines = Arrays.copyOf(firstLines, 2 * runs);
      }
      firstRows[runs] = rows;
      firstLines[runs++] = line;
    }
    rows = end;
  }
}
