package gdtrain.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts to codes while they arrive; the codes are put into level order at the end. */
final class LevelCodes {
  private final Map<String, Level> levels = new HashMap<>();
  private final IntBlocks arrivals = new IntBlocks();

  /** A distinct text: its code of arrival, the line it was first met on, and how often it came. */
  static final class Level {
    private final String text;
    private final int arrival;
    private final long firstLine;
    private int count;

    private Level(String text, int arrival, long firstLine) {
      this.text = text;
      this.arrival = arrival;
      this.firstLine = firstLine;
    }

    String text() {
      return text;
    }

    long firstLine() {
      return firstLine;
    }

    int count() {
      return count;
    }
  }

  void addMissing() {
    arrivals.add(TextColumn.MISSING);
  }

  void add(String text, long line) {
    Level level = level(text, line);
    level.count++;
    arrivals.add(level.arrival);
  }

  /** Adds the texts of a part of the file, before which there are so many other lines. */
  void append(LevelCodes part, long linesBefore) {
    int[] codes = new int[part.levels.size()];
    for (Level met : part.levels()) {
      Level level = level(met.text, met.firstLine + linesBefore);
      level.count += met.count;
      codes[met.arrival] = level.arrival;
    }
    for (int row = 0; row < part.arrivals.size(); row++) {
      int code = part.arrivals.get(row);
      arrivals.add(code == TextColumn.MISSING ? code : codes[code]);
    }
  }

  void clear() {
    levels.clear();
    arrivals.clear();
  }

  private Level level(String text, long line) {
    Level level = levels.get(text);
    if (level == null) {
      level = new Level(text, levels.size(), line);
      levels.put(text, level);
    }
    return level;
  }

  /** The levels by first appearance. */
  List<Level> levels() {
    List<Level> all = new ArrayList<>(levels.values());
    all.sort(Comparator.comparingInt(level -> level.arrival));
    return all;
  }

  TextColumn column(String name, int position) {
    List<Level> sorted = new ArrayList<>(levels.values());
    sorted.sort(Comparator.comparing(Level::text, CodePoints.ORDER));
    int[] rank = new int[sorted.size()];
    for (int i = 0; i < rank.length; i++) {
      rank[sorted.get(i).arrival] = i;
    }
    IntBlocks codes = new IntBlocks();
    for (int row = 0; row < arrivals.size(); row++) {
      int arrival = arrivals.get(row);
      codes.add(arrival == TextColumn.MISSING ? arrival : rank[arrival]);
    }
    return new TextColumn(name, position, sorted.stream().map(Level::text).toList(), codes);
  }
}
