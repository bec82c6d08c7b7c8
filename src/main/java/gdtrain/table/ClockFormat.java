package gdtrain.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of a clock or lengths of time: {@code 7:05}, {@code 7:05 pm}, {@code 1:02:03.5}.
 *
 * @param seconds whether all cells have seconds, which are then the unit; if not, it is minutes
 */
public record ClockFormat(boolean seconds) implements CellFormat {
  private static final Pattern TIME =
      Pattern.compile(
          "(-)?([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9](?:[.,][0-9]+)?))?(?:\\h?([aApP])\\.?[mM]\\.?)?");

  @Override
  public double parse(String cell) {
    Matcher time = TIME.matcher(cell);
    if (!time.matches() || (time.group(4) != null) != seconds) {
      return Double.NaN;
    }
    int hours = Integer.parseInt(time.group(2));
    if (time.group(5) != null) {
      if (hours < 1 || hours > 12) {
        return Double.NaN;
      }
      boolean afternoon = Character.toLowerCase(time.group(5).charAt(0)) == 'p';
      hours = hours % 12 + (afternoon ? 12 : 0);
    }
    double minutes = 60.0 * hours + Integer.parseInt(time.group(3));
    double value =
        seconds ? 60 * minutes + Double.parseDouble(time.group(4).replace(',', '.')) : minutes;
    return time.group(1) == null ? value : -value;
  }

  @Override
  public String inWords() {
    return seconds ? "times in seconds (h:mm:ss)" : "times in minutes (h:mm)";
  }
}
