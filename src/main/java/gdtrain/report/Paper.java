package gdtrain.report;

import gdtrain.insight.Part.Direction;
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

  /** A text of at most so many characters: where it is longer, its middle is left out. */
  static String shortened(String text, int room) {
    if (text.length() <= room) {
      return text;
    }
    int kept = Math.max(room - CUT.length(), 2);
    int front = (kept + 1) / 2;
    return text.substring(0, front) + CUT + text.substring(text.length() - (kept - front));
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
