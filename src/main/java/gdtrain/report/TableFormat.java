package gdtrain.report;

/** How a command prints the table that it is for. */
public enum TableFormat {
  /** Aligned columns and short numbers, for people. */
  TABLE,
  /** A record for every row behind a header, all digits. */
  CSV,
  /** One object, all digits. */
  JSON
}
