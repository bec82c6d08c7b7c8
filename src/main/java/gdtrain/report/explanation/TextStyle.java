package gdtrain.report.explanation;

import gdtrain.choice.VisibleText;
import gdtrain.insight.StepForecast.Component.Direction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style of text for people.
 *
 * @param width columns of a terminal that a line may take
 * @param coloured whether directions are coloured
 */
public record TextStyle(int width, boolean coloured) {
  /** What {@link #coloured} puts into a line, whole: nothing else that a terminal obeys. */
  private static final Pattern OWN =
      Pattern.compile("\u001b\\[3[36]m (?:raise|lower|\u8abf\u9ad8|\u8abf\u4f4e) \u001b\\[0m");

  /** This style without colours. */
  public TextStyle plain() {
    return new TextStyle(width, false);
  }

  /** A line in which all that a terminal would obey is spelled out, but for its own colours. */
  public static String visible(String line) {
    StringBuilder visible = new StringBuilder();
    Matcher own = OWN.matcher(line);
    int at = 0;
    while (own.find()) {
      visible.append(VisibleText.of(line.substring(at, own.start()))).append(own.group());
      at = own.end();
    }
    return visible.append(VisibleText.of(line.substring(at))).toString();
  }

  /**
   * A line of a table with the direction in it coloured: cyan for raise, yellow for lower.
   *
   * @param name of the direction in the line
   */
  public String coloured(String line, Direction direction, String name) {
    String word = " " + name + " ";
    int at = line.lastIndexOf(word);
    if (!coloured || direction == Direction.STAY || at < 0) {
      return line;
    }
    String colour = direction == Direction.RAISE ? "\u001b[36m" : "\u001b[33m";
    int end = at + word.length();
    return line.substring(0, at) + colour + word + "\u001b[0m" + line.substring(end);
  }
}
