package gdtrain.table.read;

/** Whether the first record holds the names of the columns. */
public enum HeaderPresence {
  /** It does, unless one of its cells is a finite number. */
  AUTO,
  /** It does. */
  YES,
  /** It is the first row of data. */
  NO
}
