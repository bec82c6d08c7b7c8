package gdtrain.table.read;

import gdtrain.table.CellText;
import gdtrain.table.ColumnLocation;
import gdtrain.table.NumberSyntax;
import gdtrain.table.TextColumn;
import gdtrain.table.store.ColumnValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The distinct texts of a column and their codes, 0 for the text that arrives first; at the end
 * they are put into the order of levels.
 */
final class LevelCodes {
  /** A column of text is worth a note if this share of its values are numbers. */
  private static final double NEARLY_ALL = 0.9;

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
  TextColumn column(ColumnLocation location, ColumnValues arrivals) {
    List<Level> sorted = new ArrayList<>(levels.values());
    sorted.sort(Comparator.comparing(level -> level.text, CellText.ORDER));
    int[] codes = new int[sorted.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[sorted.get(i).arrival] = i;
    }
    List<String> all = sorted.stream().map(level -> level.text).toList();
    return new TextColumn(location, all, arrivals, codes);
  }

  /** What the user should know about a column that was not requested as text. */
  Optional<String> note(ColumnLocation location) {
    long present = 0;
    long numbers = 0;
    long withCommas = 0;
    Optional<Level> text = Optional.empty();
    for (Level level : levels()) {
      present += level.count;
      if (isNumber(level.text)) {
        numbers += level.count;
      } else {
        text = text.or(() -> Optional.of(level));
        withCommas += isNumber(level.text.replace(",", "")) ? level.count : 0;
      }
    }
    if (text.isEmpty() || numbers + withCommas < NEARLY_ALL * present) {
      return Optional.empty();
    }
    String reason =
        numbers >= NEARLY_ALL * present
            ? nearlyAllNumbers(numbers, present, text.get(), location)
            : commas(text.get(), location);
    return Optional.of("column %s is read as text: %s".formatted(location.shown(), reason));
  }

  private static String nearlyAllNumbers(
      long numbers, long present, Level text, ColumnLocation location) {
    return "%d of its %d values are numbers, but line %d has %s; ⟦na⟧ %s reads that as missing, ⟦categorical⟧ %s says that text is meant"
        .formatted(
            numbers,
            present,
            text.firstLine,
            CellText.quoted(text.text),
            CellText.argument(text.text, "VALUE"),
            location.argument());
  }

  private static String commas(Level text, ColumnLocation location) {
    return "its numbers hold commas, line %d has %s; write 1234.5 for them, or ⟦categorical⟧ %s if text is meant"
        .formatted(text.firstLine, CellText.quoted(text.text), location.argument());
  }

  private static boolean isNumber(String text) {
    return !Double.isNaN(NumberSyntax.parse(text));
  }
}
