package gdtrain.table;

/** Where a column is, for sentences about it. Positions count from 1. */
record Place(String file, String column, int position) {

  /** "iris.csv, line 7, column 'species' (5)". */
  String at(long line) {
    return file + ", line " + line + ", column " + shown();
  }

  /** "'species' (5)". */
  String shown() {
    return Shown.quoted(column) + " (" + position + ")";
  }

  /**
   * The column as an argument of an option: its name, or its number where the name needs quotes.
   */
  String argument() {
    return Shown.isPlain(column) ? column : Integer.toString(position);
  }

  /** A cell of a column of numbers that is none. */
  BadTable notNumber(String cell, long line) {
    return new BadTable(
        "%s: %s is not a number; correct it, give --na %s if it means missing, or take the column out of --numeric"
            .formatted(at(line), Shown.quoted(cell), Shown.argument(cell, "VALUE")));
  }

  /** A cell that is a number without end, or too large for one. */
  BadTable notFinite(String cell, long line) {
    return new BadTable(
        "%s: %s is not a finite number; correct it, or give --na %s to read it as missing"
            .formatted(at(line), Shown.quoted(cell), Shown.argument(cell, "VALUE")));
  }
}
