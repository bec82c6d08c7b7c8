package gdtrain.table.shape;

import java.util.List;
import java.util.function.ToIntFunction;

/** Tells lines that start with # and are comments from rows that start so. */
public final class CommentLines {
  /** What starts a comment unless the user says otherwise. */
  public static final char USUAL = '#';

  private CommentLines() {}

  /**
   * Whether lines that start with # are comments: if the file starts with them, or if they have not
   * as many cells as the others, or if the others start with numbers.
   *
   * @param lines the first lines of a file
   * @param cells how many cells a line has
   */
  public static boolean are(List<String> lines, ToIntFunction<String> cells) {
    List<String> rows = lines.stream().filter(line -> !line.isBlank()).toList();
    List<String> others = rows.stream().filter(line -> !isMarked(line)).toList();
    int leading = others.isEmpty() ? 0 : rows.indexOf(others.get(0));
    List<String> between = rows.stream().skip(leading).filter(CommentLines::isMarked).toList();
    if (others.isEmpty() || between.size() > others.size()) {
      return false;
    }
    String row = others.get(others.size() / 2);
    int width = cells.applyAsInt(row);
    boolean unlike =
        row.matches("\\s*[-+.]?[0-9].*")
            || between.stream().allMatch(line -> cells.applyAsInt(line) != width);
    return leading > 0 || (!between.isEmpty() && unlike);
  }

  private static boolean isMarked(String line) {
    return line.charAt(0) == USUAL;
  }
}
