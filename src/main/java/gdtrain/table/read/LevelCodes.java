package gdtrain.table.read;

import gdtrain.table.CellText;
import gdtrain.table.ColumnLocation;
import gdtrain.table.ColumnReading;
import gdtrain.table.TextColumn;
import gdtrain.table.format.DistinctCell;
import gdtrain.table.store.ColumnValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct texts of a column and their codes, 0 for the text that arrives first; at the end
 * they are put into the order of levels.
 */
final class LevelCodes {
  private final Map<String, Level> levels = new HashMap<>();

  /** A distinct text: its code of arrival, the line it was first met on, and how often it came. */
  private static final class Level {
    private final String text;
    private final int arrival;
    private final long firstLine;
    private int count;

    private Level(String text, int arrival, long firstLine) {
      this.text = text;
      this.arrival = arrival;
      this.firstLine = firstLine;
    }
  }

  /** Adds a text and returns its code. */
  int add(String text, long line) {
    Level level = level(text, line);
    level.count++;
    return level.arrival;
  }

  /**
   * Adds the texts of a part of the file.
   *
   * @param linesBefore the number of lines before that part
   * @return the codes here, by the codes in the part
   */
  int[] append(LevelCodes part, long linesBefore) {
    int[] codes = new int[part.levels.size()];
    for (Level met : part.levels()) {
      Level level = level(met.text, met.firstLine + linesBefore);
      level.count += met.count;
      codes[met.arrival] = level.arrival;
    }
    return codes;
  }

  void clear() {
    levels.clear();
  }

  private Level level(String text, long line) {
    Level level = levels.get(text);
    if (level == null) {
      level = new Level(text, levels.size(), line);
      levels.put(text, level);
    }
    return level;
  }

  /** The texts by first appearance. */
  List<DistinctCell> cells() {
    return levels().stream()
        .map(level -> new DistinctCell(level.text, level.firstLine, level.count))
        .toList();
  }

  /** The levels by first appearance. */
  private List<Level> levels() {
    List<Level> all = new ArrayList<>(levels.values());
    all.sort(Comparator.comparingInt(level -> level.arrival));
    return all;
  }

  /**
   * The column of these texts.
   *
   * @param arrivals the code of each row's text
   */
  TextColumn column(ColumnLocation location, ColumnReading reading, ColumnValues arrivals) {
    List<Level> sorted = new ArrayList<>(levels.values());
    sorted.sort(Comparator.comparing(level -> level.text, CellText.ORDER));
    int[] codes = new int[sorted.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[sorted.get(i).arrival] = i;
    }
    List<String> all = sorted.stream().map(level -> level.text).toList();
    return new TextColumn(location, reading, all, arrivals, codes);
  }
}
