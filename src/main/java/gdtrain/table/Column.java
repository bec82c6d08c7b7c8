package gdtrain.table;

import gdtrain.table.store.RowNumbers;

/** One column of a table. Rows count from 0. */
public sealed interface Column permits NumericColumn, TextColumn {
  /** Where the column is in its file. */
  ColumnLocation location();

  /** The name from the header, from the options, or c1, c2, ... */
  default String name() {
    return location().column();
  }

  /** Where the column stands in the file; the first is 1. */
  default int position() {
    return location().position();
  }

  /** How its cells were read. */
  ColumnReading reading();

  /** How many rows there are, missing cells included. */
  int rows();

  /** Whether the cell is empty or spelled as a missing value. */
  boolean isMissing(int row);

  /** Whether no cell is missing. */
  boolean isComplete();

  /** This column in these rows of the file, without a copy of its cells. */
  Column in(RowNumbers rows);
}
