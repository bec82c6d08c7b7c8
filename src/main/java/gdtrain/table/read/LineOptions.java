package gdtrain.table.read;

import gdtrain.choice.InvalidSetting;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which lines of a file are read, and whether blanks separate their cells.
 *
 * @param blanks whether runs of blanks separate cells
 * @param comment what a comment line starts with; empty = told from the data
 * @param comments whether there are comment lines at all
 * @param first how many lines are left out at the start; empty = titles and units are
 * @param last how many lines are left out at the end; empty = totals and remarks are
 */
public record LineOptions(
    boolean blanks,
    Optional<Character> comment,
    boolean comments,
    OptionalInt first,
    OptionalInt last) {

  /** Everything told from the data. */
  public static LineOptions automatic() {
    return new LineOptions(false, Optional.empty(), true, OptionalInt.empty(), OptionalInt.empty());
  }

  /**
   * The options as a user gives them.
   *
   * @param comment auto, none or a character
   * @param skip auto, a number of lines, or two of them: at the start and at the end
   * @throws InvalidSetting if one is neither
   */
  public static LineOptions of(boolean blanks, String comment, String skip) {
    if (!skip.equals("auto") && !skip.matches("[0-9]{1,9}(,[0-9]{1,9})?")) {
      throw new InvalidSetting(
          "⟦skip⟧ takes auto, the number of lines to leave out at the start, or two numbers: at the"
              + " start and at the end, such as 3,1; not '%s'".formatted(skip));
    }
    boolean named = comment.equals("auto") || comment.equals("none");
    if (!named && (comment.length() != 1 || comment.isBlank() || comment.equals("\""))) {
      throw new InvalidSetting(
          "⟦comment⟧ takes auto, none or the character that comment lines start with, not '%s'"
              .formatted(comment));
    }
    String[] counts = skip.equals("auto") ? new String[0] : skip.split(",");
    return new LineOptions(
        blanks,
        named ? Optional.empty() : Optional.of(comment.charAt(0)),
        !comment.equals("none"),
        count(counts, 0),
        count(counts, 1));
  }

  private static OptionalInt count(String[] counts, int index) {
    return index < counts.length
        ? OptionalInt.of(Integer.parseInt(counts[index]))
        : OptionalInt.empty();
  }

  /** Whether lines that are no rows may be left out besides those that were named. */
  boolean takesOutOthers() {
    return last.isEmpty();
  }
}
