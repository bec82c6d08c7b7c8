package gdtrain.report;

import gdtrain.insight.Part.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What lines for people are written on.
 *
 * @param width columns of a terminal that a line may take
 * @param coloured whether it shows colours
 */
public record TextStyle(int width, boolean coloured) {
  /** What stands for the middle of a name that is too long. */
  private static final String CUT = "..";

  /** Stands between an input and an output. */
  static final String ARROW = " -> ";

  /**
   * A name of at most so many columns of a terminal: where it is wider, the middle is left out, of
   * what stands before an arrow and of what stands behind it.
   */
  static String shortened(String text, int room) {
    int arrow = text.indexOf(ARROW);
    if (TextWidth.of(text) <= room) {
      return text;
    }
    if (arrow < 0) {
      int kept = Math.max(room - CUT.length(), 2);
      int front = (kept + 1) / 2;
      return TextWidth.front(text, front) + CUT + TextWidth.back(text, kept - front);
    }
    String to = text.substring(arrow + ARROW.length());
    int left = room - ARROW.length();
    int half = Math.min(TextWidth.of(to), left / 2);
    String from = shortened(text.substring(0, arrow), left - half);
    return from + ARROW + shortened(to, left - TextWidth.of(from));
  }

  /** A formula on lines of at most so many columns, broken before its signs. */
  static List<String> wrapped(String formula, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int indent = formula.indexOf(" = ") + 1;
    for (String term : formula.split("(?= [-+=] )")) {
      if (TextWidth.of(line + term) > width && line.length() > indent) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent - 1));
      }
      line.append(term);
    }
    lines.add(line.toString());
    return lines;
  }

  /** A direction as a word. */
  static String word(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  /** A line of a table with a direction in it, coloured: cyan for up, yellow for down. */
  String painted(String line, Direction direction) {
    String word = " " + word(direction) + " ";
    int at = line.lastIndexOf(word);
    if (!coloured || direction == Direction.STAY || at < 0) {
      return line;
    }
    String colour = direction == Direction.RAISE ? "\u001b[36m" : "\u001b[33m";
    int end = at + word.length();
    return line.substring(0, at) + colour + word + "\u001b[0m" + line.substring(end);
  }
}
