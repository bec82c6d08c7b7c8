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
final class InputDoubts {
  /** A text column with more levels than this, and few rows of each, is taken for a name. */
  private static final int MOST_LEVELS_OF_A_CATEGORY = 20;

  /** So many rows of a level, on average, are few. */
  private static final int FEW_ROWS_OF_A_LEVEL = 5;

  /** Fewer rows may well count something. */
  private static final int FEWEST_COUNTED_ROWS = 10;

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
    if (index == 0 && others && (unnamed || isCounted(column))) {
      return Optional.of(
          unnamed
              ? "column 1 is left out: it has no name, as row names or row numbers have none (⟦include⟧ %s keeps it)"
                  .formatted(column.name())
              : "column %s is left out: it counts the rows, from %s on (⟦include⟧ %s keeps it)"
                  .formatted(
                      CellText.quoted(column.name()),
                      CellText.number(((NumericColumn) column).value(0)),
                      CellText.argument(column.name(), "1")));
    }
    return column instanceof TextColumn texts ? name(texts) : Optional.empty();
  }

  private static Optional<String> name(TextColumn column) {
    int levels = column.levels().size();
    if (levels <= MOST_LEVELS_OF_A_CATEGORY || levels * FEW_ROWS_OF_A_LEVEL <= column.rows()) {
      return Optional.empty();
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
                CellText.argument(column.name(), Integer.toString(column.position()))));
  }

  private static boolean isCounted(Column column) {
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

  /** What is to say of a column of ranges or bounds, which are in an order that categories lack. */
  Optional<String> ranges(int index) {
    Column column = table.columns().get(index);
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
                  CellText.argument(column.name(), Integer.toString(column.position()))));
    }
    return Optional.empty();
  }
}
