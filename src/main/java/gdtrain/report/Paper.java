package gdtrain.report;

import gdtrain.insight.Part.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What lines for people are written on.
 *
 * @param width characters of a line
 * @param coloured whether it shows colours
 */
public record Paper(int width, boolean coloured) {
  /** What stands for the middle of a name that is too long. */
  private static final String CUT = "..";

  /** Stands between an input and an output. */
  static final String ARROW = " -> ";

  /**
   * A name of at most so many characters: where it is longer, the middle is left out, of what
   * stands before an arrow and of what stands behind it.
   */
  static String shortened(String text, int room) {
    int arrow = text.indexOf(ARROW);
    if (text.length() <= room) {
      return text;
    }
    if (arrow < 0) {
      int kept = Math.max(room - CUT.length(), 2);
      int front = (kept + 1) / 2;
      return text.substring(0, front) + CUT + text.substring(text.length() - (kept - front));
    }
    String to = text.substring(arrow + ARROW.length());
    int left = room - ARROW.length();
    String from = shortened(text.substring(0, arrow), left - Math.min(to.length(), left / 2));
    return from + ARROW + shortened(to, left - from.length());
  }

  /** A formula on lines of at most so many characters, broken before its signs. */
  static List<String> wrapped(String formula, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int indent = formula.indexOf(" = ") + 1;
    for (String term : formula.split("(?= [-+=] )")) {
      if (line.length() + term.length() > width && line.length() > indent) {
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
