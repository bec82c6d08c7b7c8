package gdtrain.report.explanation;

import gdtrain.insight.StepForecast.Component.Direction;

/**
 * The style of text for people.
 *
 * @param width columns of a terminal that a line may take
 * @param coloured whether directions are coloured
 */
public record TextStyle(int width, boolean coloured) {
  /** A line of a table with the direction in it coloured: cyan for raise, yellow for lower. */
  public String coloured(String line, Direction direction) {
    String word = " " + direction.word() + " ";
    int at = line.lastIndexOf(word);
    if (!coloured || direction == Direction.STAY || at < 0) {
      return line;
    }
    String colour = direction == Direction.RAISE ? "\u001b[36m" : "\u001b[33m";
    int end = at + word.length();
    return line.substring(0, at) + colour + word + "\u001b[0m" + line.substring(end);
  }
}
