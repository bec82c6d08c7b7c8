package gdtrain.table;

/** Whether the first record holds the names of the columns. */
public enum Header {
  /** It does, unless one of its cells is a finite number. */
  AUTO,
  /** It does. */
  YES,
  /** It is the first row of data. */
  NO
}
