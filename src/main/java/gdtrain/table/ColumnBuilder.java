package gdtrain.table;

import java.util.Optional;

/** Collects the cells of one column from the top of the file to its end. */
sealed interface ColumnBuilder permits NumericBuilder, TextBuilder {
  /** The next row has no value here. */
  void addMissing();

  /**
   * The next row holds this cell, stripped and not missing, in a record that starts on the line.
   */
  void add(String cell, long line);

  /** Whether a cell did not fit the guessed kind, so that the column must be read again as text. */
  boolean isContradicted();

  /** The finished column, or a {@link BadTable} where a cell cannot be used. */
  Column column();

  /** What the user should know about how the column was read. */
  Optional<String> note();
}
