package gdtrain.table.shape;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** Tells lines that start with # and are comments from rows that start so. */
public final class CommentLines {
  /** What starts a comment unless the user says otherwise. */
  public static final char USUAL = '#';

  private static final Pattern NUMBER = Pattern.compile("\\s*[-+.]?[0-9]");

  private CommentLines() {}

  /**
   * Whether lines that start with # are comments. Among rows, they are if they have not as many
   * cells, or a blank behind the #, or would be rows without it; not if they look like rows of
   * which the first cell is "#N/A" or a colour.
   *
   * @param lines the first lines of a file
   * @param cells how many cells a line has
   */
  public static boolean are(List<String> lines, ToIntFunction<String> cells) {
    List<String> present = lines.stream().filter(line -> !line.isBlank()).toList();
    List<String> rows = present.stream().filter(line -> !isMarked(line)).toList();
    if (rows.isEmpty() || rows.size() == present.size()) {
      return false;
    }
    String row = rows.get(rows.size() / 2);
    int width = cells.applyAsInt(row);
    boolean numbers = NUMBER.matcher(row).lookingAt();
    return present.stream()
        .skip(present.indexOf(rows.get(0)))
        .filter(CommentLines::isMarked)
        .allMatch(
            line ->
                cells.applyAsInt(line) != width
                    || line.startsWith(USUAL + " ")
                    || (numbers && NUMBER.matcher(line.substring(1)).lookingAt()));
  }

  private static boolean isMarked(String line) {
    return line.charAt(0) == USUAL;
  }
}
