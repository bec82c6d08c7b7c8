package gdtrain.table.store;

import java.util.Objects;

/** Which rows of a file a table has: all of them, or some in an order of their own. */
public final class RowNumbers {
  private final int count;
  private final int[] numbers;

  private RowNumbers(int count, int[] numbers) {
    this.count = count;
    this.numbers = numbers;
  }

  /** All rows of a file. */
  public static RowNumbers all(int count) {
    return new RowNumbers(count, null);
  }

  public int count() {
    return count;
  }

  boolean areAll() {
    return numbers == null;
  }

  /** The row of the file; not checked where the table has all rows. */
  public int at(int row) {
    return numbers == null ? row : numbers[row];
  }

  /** Some of the rows; this object if they are all of them in order. */
  public RowNumbers select(int[] rows) {
    int same = 0;
    while (same < rows.length && rows[same] == same) {
      same++;
    }
    if (same == rows.length && same == count) {
      return this;
    }
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = at(Objects.checkIndex(rows[i], count));
    }
    return new RowNumbers(rows.length, chosen);
  }
}
