package gdtrain.dataset.preparation;

import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.ColumnReading;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which columns are unlikely to be meant as inputs: row numbers, names, free texts, ranges. */
public final class InputDoubts {
  /** A text column with more levels than this, and few rows of each, is taken for a name. */
  private static final int MOST_LEVELS_OF_A_CATEGORY = 20;

  /** So many rows of a level, on average, are few. */
  private static final int FEW_ROWS_OF_A_LEVEL = 5;

  /** Fewer rows may well count something. */
  private static final int FEWEST_COUNTED_ROWS = 10;

  /** What row numbers are called. */
  private static final Pattern NUMBER_NAME =
      Pattern.compile(
          "(?i:(.*[_ .-])?(ids?|idx|index|no\\.?|nr\\.?|num|number|nummer|row|rows|rownum|row_?names?"
              + "|obs|observation|record|rec|seq|sequence|serial|case|sample|entry|line|uid|pid|#"
              + "|序號|編號|番号)|unnamed.*|.*id)|X|.*[a-z](No|Nr|Idx|Index|Number)");

  private static final Pattern RANGE =
      Pattern.compile(
          "[\\p{Sc}]?[0-9][0-9.,]*\\h*(?:-|–|—|to|\\.\\.)\\h*[\\p{Sc}]?[0-9][0-9.,]*.{0,5}|[<>≤≥=]{1,2}\\h*[\\p{Sc}]?[0-9][0-9.,]*.{0,5}|[0-9][0-9.,]*\\h*\\+");

  private final Table table;
  private final boolean others;

  /**
   * @param others whether there is more than one input to choose from
   */
  InputDoubts(Table table, boolean others) {
    this.table = table;
    this.others = others;
  }

  /** Why a column is left out, as a sentence; empty if it is an input. */
  Optional<String> leftOut(int index) {
    Column column = table.columns().get(index);
    boolean unnamed = column.reading().origin() == ColumnReading.Origin.UNNAMED;
    if (index == 0 && others && unnamed) {
      return Optional.of(
          "column 1 is left out: it has no name, as row names or row numbers have none (⟦include⟧ %s keeps it)"
              .formatted(column.name()));
    }
    if (others && isRowNumber(column) && NUMBER_NAME.matcher(column.name()).matches()) {
      return Optional.of(
          counts(column, "is left out: it")
              + " (⟦include⟧ %s keeps it)".formatted(argument(column)));
    }
    return column instanceof TextColumn texts ? name(texts) : Optional.empty();
  }

  private static String argument(Column column) {
    return CellText.argument(column.name(), Integer.toString(column.position()));
  }

  private static String counts(Column column, String verb) {
    return "column %s %s counts the rows, from %s on"
        .formatted(
            CellText.quoted(column.name()),
            verb,
            CellText.number(((NumericColumn) column).value(0)));
  }

  private static Optional<String> name(TextColumn column) {
    int levels = column.levels().size();
    if (levels <= MOST_LEVELS_OF_A_CATEGORY || levels * FEW_ROWS_OF_A_LEVEL <= column.rows()) {
      return Optional.empty();
    }
    if (!column.reading().warnings().isEmpty()) {
      return Optional.of(
          "so column %s is left out: its %,d different texts in %,d rows are no categories (⟦include⟧ %s keeps it)"
              .formatted(CellText.quoted(column.name()), levels, column.rows(), argument(column)));
    }
    String what =
        levels == column.rows()
            ? "all %,d values differ, so it".formatted(levels)
            : "%,d different texts in %,d rows: it".formatted(levels, column.rows());
    return Optional.of(
        "column %s is left out: %s looks like a name or free text, such as %s (⟦include⟧ %s keeps it, ⟦rare⟧ N merges rare ones)"
            .formatted(
                CellText.quoted(column.name()),
                what,
                CellText.quoted(column.levels().get(0)),
                argument(column)));
  }

  /** Whether it is the first column and counts the rows, from 0 or 1 on. */
  public static boolean isRowNumber(Column column) {
    if (column.position() > 1) {
      return false;
    }
    if (!(column instanceof NumericColumn numbers) || column.rows() < FEWEST_COUNTED_ROWS) {
      return false;
    }
    double first = numbers.value(0);
    boolean counted = first == 0 || first == 1;
    for (int row = 1; counted && row < column.rows(); row++) {
      counted = numbers.value(row) == first + row;
    }
    return counted;
  }

  /** What is to say of a column that is an input: row numbers, or ranges, which have an order. */
  Optional<String> doubt(int index) {
    Column column = table.columns().get(index);
    if (others && isRowNumber(column)) {
      return Optional.of(
          counts(column, "may be no input, for it")
              + "; ⟦exclude⟧ %s leaves it out, ⟦include⟧ %s says that it is meant"
                  .formatted(argument(column), argument(column)));
    }
    if (column instanceof TextColumn texts
        && !column.reading().settled()
        && texts.levels().size() > 1
        && texts.levels().stream().allMatch(level -> RANGE.matcher(level).matches())) {
      return Optional.of(
          "column %s holds ranges or bounds such as %s, which are read as %,d categories without an order; ⟦categorical⟧ %s says that this is meant"
              .formatted(
                  CellText.quoted(column.name()),
                  CellText.quoted(texts.levels().get(0)),
                  texts.levels().size(),
                  argument(column)));
    }
    return Optional.empty();
  }
}
