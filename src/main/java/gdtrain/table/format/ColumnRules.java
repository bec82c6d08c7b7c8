package gdtrain.table.format;

import gdtrain.choice.InvalidSetting;
import gdtrain.table.CellFormat;
import gdtrain.table.CellText;
import gdtrain.table.DateFormat;
import gdtrain.table.Selection;
import gdtrain.table.TextFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What options and a saved model say about the columns of one file, by index. */
public final class ColumnRules {
  private final Set<Integer> numeric;
  private final Set<Integer> categorical;
  private final Map<Integer, Set<DateFormat.Part>> dates = new HashMap<>();
  private final Map<Integer, CellFormat> known = new HashMap<>();

  /**
   * Finds the columns.
   *
   * @param names of all columns
   * @throws InvalidSetting if a column is not there, or is asked to be two things
   */
  public ColumnRules(CellFormats formats, List<String> names) {
    this.numeric = new HashSet<>(formats.numeric().resolve(names, "⟦numeric⟧"));
    this.categorical = new HashSet<>(formats.categorical().resolve(names, "⟦categorical⟧"));
    for (CellFormats.DateColumn date : formats.dates()) {
      dates.put(Selection.resolveOne(date.reference(), names, "⟦date⟧"), date.parts());
    }
    rejectBoth(names, numeric, "⟦numeric⟧", categorical, "⟦categorical⟧");
    rejectBoth(names, numeric, "⟦numeric⟧", dates.keySet(), "⟦date⟧");
    rejectBoth(names, categorical, "⟦categorical⟧", dates.keySet(), "⟦date⟧");
    for (int i = 0; i < names.size(); i++) {
      CellFormat format = formats.known().get(names.get(i));
      if (format != null) {
        known.put(i, format);
      }
    }
  }

  private static void rejectBoth(
      List<String> names, Set<Integer> these, String one, Set<Integer> those, String other) {
    for (int column : these) {
      if (those.contains(column)) {
        throw new InvalidSetting(
            "column %s is given to both %s and %s; choose one"
                .formatted(CellText.quoted(names.get(column)), one, other));
      }
    }
  }

  /** Whether the column is text, whatever its cells are. */
  public boolean isText(int column) {
    return categorical.contains(column) || known(column).equals(Optional.of(TextFormat.TEXT));
  }

  /** Whether every present cell must be a number. */
  public boolean isNumeric(int column) {
    return numeric.contains(column);
  }

  /** The format that a saved model has for the column. */
  public Optional<CellFormat> known(int column) {
    return Optional.ofNullable(known.get(column));
  }

  /** The parts of a column that must hold dates; empty if it need not. */
  public Optional<Set<DateFormat.Part>> date(int column) {
    return Optional.ofNullable(dates.get(column));
  }

  /** Whether the cells must be looked at as texts, though they may look like numbers. */
  public boolean isWritten(int column) {
    boolean date = dates.containsKey(column);
    return isText(column) || date || known(column).filter(f -> !f.isPlain()).isPresent();
  }

  /** Whether an option says how to read the column. */
  public boolean isSettled(int column) {
    return numeric.contains(column) || categorical.contains(column) || dates.containsKey(column);
  }
}
