package gdtrain.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts to codes while they arrive, 0 for the first; they are put into level order at the end. */
final class LevelCodes {
  private final Map<String, Level> levels = new HashMap<>();

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

  /** Adds a text, and gives its code. */
  int add(String text, long line) {
    Level level = level(text, line);
    level.count++;
    return level.arrival;
  }

  /**
   * Adds the texts of a part of the file, before which there are so many other lines.
   *
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

  /** The levels by first appearance. */
  List<Level> levels() {
    List<Level> all = new ArrayList<>(levels.values());
    all.sort(Comparator.comparingInt(level -> level.arrival));
    return all;
  }

  /** The column of which these are all texts. */
  TextColumn column(Place place, Values arrivals) {
    List<Level> sorted = new ArrayList<>(levels.values());
    sorted.sort(Comparator.comparing(Level::text, CodePoints.ORDER));
    int[] codes = new int[sorted.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[sorted.get(i).arrival] = i;
    }
    return new TextColumn(place, sorted.stream().map(Level::text).toList(), arrivals, codes);
  }
}
