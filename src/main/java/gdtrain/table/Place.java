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
}
