package gdtrain.table;

/** Where a column is, as sentences name it. Positions count from 1. */
public record ColumnLocation(String file, String column, int position) {

  /** "iris.csv, line 7, column 'species' (5)". */
  String at(long line) {
    return file + ", line " + line + ", column " + shown();
  }

  /** "'species' (5)". */
  public String shown() {
    return CellText.quoted(column) + " (" + position + ")";
  }

  /**
   * The column as an argument of an option: its name, or its number where the name needs quotes.
   */
  public String argument() {
    return CellText.isPlain(column) ? column : Integer.toString(position);
  }

  /** The fault of a cell that is no number in a column that must hold numbers. */
  public BadTable notNumber(String cell, long line) {
    return new BadTable(
        "%s: %s is not a number; correct it, give ⟦na⟧ %s if it means missing, or take the column out of ⟦numeric⟧"
            .formatted(at(line), CellText.quoted(cell), CellText.argument(cell, "VALUE")));
  }

  /** The fault of a cell that is not written as the cells that a model was trained on. */
  public BadTable notAsTrained(String cell, long line, CellFormat format) {
    return new BadTable(
        "%s: %s is not written as the column was when the model was trained (%s); write it so, or give ⟦na⟧ %s if it means missing"
            .formatted(
                at(line),
                CellText.quoted(cell),
                format.inWords(),
                CellText.argument(cell, "VALUE")));
  }

  /** The fault of a cell that is no date in a column that must hold dates. */
  public BadTable notDate(String cell, long line) {
    return new BadTable(
        "%s: %s is no date; correct it, give ⟦na⟧ %s if it means missing, or take the column out of ⟦date⟧"
            .formatted(at(line), CellText.quoted(cell), CellText.argument(cell, "VALUE")));
  }

  /** The fault of a cell that is infinite, or too large for a number. */
  public BadTable notFinite(String cell, long line) {
    return new BadTable(
        "%s: %s is not a finite number; correct it, or give ⟦na⟧ %s to read it as missing"
            .formatted(at(line), CellText.quoted(cell), CellText.argument(cell, "VALUE")));
  }
}
