package gdtrain.report;

/** The format of a command's table. */
public enum TableFormat {
  /** Aligned columns and short numbers, for people. */
  TABLE,
  /** A header and a record for every row, with all digits. */
  CSV,
  /** One object, with all digits. */
  JSON
}
