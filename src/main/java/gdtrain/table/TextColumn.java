package gdtrain.table;

import gdtrain.table.store.ColumnValues;
import gdtrain.table.store.RowNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A column of texts, each distinct text kept once as a level, and missing cells. */
public final class TextColumn implements Column {
  /** The code of a missing cell. */
  public static final int MISSING = -1;

  private static final int PART = 1 << 10;

  private final ColumnLocation location;
  private final ColumnReading reading;
  private final List<String> levels;
  private final ColumnValues arrivals;
  private final int[] codes;

  /**
   * @param arrivals the code that each text got when it was first met; NaN = missing
   * @param codes by code of arrival; {@link #MISSING} for a text that is not in this column
   */
  public TextColumn(
      ColumnLocation location,
      ColumnReading reading,
      List<String> levels,
      ColumnValues arrivals,
      int[] codes) {
    this.location = location;
    this.reading = reading;
    this.levels = List.copyOf(levels);
    this.arrivals = arrivals;
    this.codes = codes;
  }

  @Override
  public ColumnLocation location() {
    return location;
  }

  @Override
  public ColumnReading reading() {
    return reading;
  }

  @Override
  public int rows() {
    return arrivals.size();
  }

  @Override
  public boolean isMissing(int row) {
    return code(row) == MISSING;
  }

  @Override
  public boolean isComplete() {
    return arrivals.statistics().count() == rows();
  }

  /** The distinct texts in code-point order; each occurs in at least one row of this column. */
  public List<String> levels() {
    return levels;
  }

  /** The index of the row's text in {@link #levels}, or {@link #MISSING}. */
  public int code(int row) {
    double arrival = arrivals.get(row);
    return Double.isNaN(arrival) ? MISSING : codes[(int) arrival];
  }

  /** The row's text, stripped of outer blanks; fails on a missing cell. */
  public String text(int row) {
    if (isMissing(row)) {
      throw new IllegalStateException("row " + row + " of column " + name() + " is missing");
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

  /** This column in these rows, with only the levels that occur in them: only codes change. */
  @Override
  public TextColumn in(RowNumbers rows) {
    ColumnValues chosen = arrivals.in(rows);
    int[] fewer = new int[codes.length];
    Arrays.fill(fewer, MISSING);
    double[] part = new double[Math.min(rows.count(), PART)];
    for (int done = 0; done < rows.count(); done += part.length) {
      int taken = Math.min(rows.count() - done, part.length);
      chosen.copy(done, taken, part, 0, 1);
      for (int i = 0; i < taken; i++) {
        if (!Double.isNaN(part[i])) {
          fewer[(int) part[i]] = 0;
        }
      }
    }
    return new TextColumn(location, reading, kept(fewer), chosen, fewer);
  }

  /** The levels whose code is not missing, which becomes their new one. */
  private List<String> kept(int[] fewer) {
    int[] arrival = new int[levels.size()];
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] != MISSING) {
        arrival[codes[i]] = i;
      }
    }
    List<String> kept = new ArrayList<>();
    for (int level = 0; level < arrival.length; level++) {
      if (fewer[arrival[level]] != MISSING) {
        fewer[arrival[level]] = kept.size();
        kept.add(levels.get(level));
      }
    }
    return kept;
  }
}
