package gdtrain.table;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A column of texts, each distinct text kept once as a level, and missing cells. */
public final class TextColumn implements Column {
  /** The code of a missing cell. */
  public static final int MISSING = -1;

  private final String name;
  private final int position;
  private final List<String> levels;
  private final IntBlocks codes;

  TextColumn(String name, int position, List<String> levels, IntBlocks codes) {
    this.name = name;
    this.position = position;
    this.levels = List.copyOf(levels);
    this.codes = codes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public int rows() {
    return codes.size();
  }

  @Override
  public boolean isMissing(int row) {
    return code(row) == MISSING;
  }

  /** The distinct texts in code-point order; each occurs in at least one row of this column. */
  public List<String> levels() {
    return levels;
  }

  /** The index of the row's text in {@link #levels}, or {@link #MISSING}. */
  public int code(int row) {
    return codes.get(row);
  }

  /** The row's text, stripped of outer blanks; fails on a missing cell. */
  public String text(int row) {
    if (isMissing(row)) {
      throw new IllegalStateException("row " + row + " of column " + name + " is missing");
    }
    return levels.get(code(row));
  }

  /**
   * The first row whose cell is neither missing nor a number, which makes this a column of text.
   */
  public OptionalInt firstText() {
    return IntStream.range(0, rows())
        .filter(row -> !isMissing(row) && Double.isNaN(NumberSyntax.parse(text(row))))
        .findFirst();
  }

  /** The rows chosen, with only the levels that occur in them: codes change, texts do not. */
  @Override
  public TextColumn select(int[] rows) {
    LevelCodes chosen = new LevelCodes();
    for (int row : rows) {
      if (isMissing(row)) {
        chosen.addMissing();
      } else {
        chosen.add(text(row), 0);
      }
    }
    return chosen.column(name, position);
  }
}
