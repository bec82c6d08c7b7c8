package gdtrain.table;

import gdtrain.table.store.ColumnValues;
import gdtrain.table.store.RowNumbers;
import gdtrain.table.store.Statistics;

/** A column of finite numbers, as its format reads the cells of the file, and missing cells. */
public final class NumericColumn implements Column {
  private final ColumnLocation location;
  private final ColumnReading reading;
  private final ColumnValues values;

  public NumericColumn(ColumnLocation location, ColumnReading reading, ColumnValues values) {
    this.location = location;
    this.reading = reading;
    this.values = values;
  }

  @Override
  public ColumnLocation location() {
    return location;
  }

  @Override
  public ColumnReading reading() {
    return reading;
  }

  @Override
  public int rows() {
    return values.size();
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(value(row));
  }

  @Override
  public boolean isComplete() {
    return statistics().count() == rows();
  }

  /** The number in the row; NaN = missing, never infinite. */
  public double value(int row) {
    return values.get(row);
  }

  /**
   * The numbers of rows that follow each other, faster than one by one: that of row {@code fromRow
   * + i} goes to {@code out[at + i * stride]}; NaN = missing.
   */
  public void values(int fromRow, int count, double[] out, int at, int stride) {
    values.copy(fromRow, count, out, at, stride);
  }

  /** All numbers; NaN = missing. */
  public ColumnValues values() {
    return values;
  }

  /** Of the numbers that are present, each of weight 1. */
  public Statistics statistics() {
    return values.statistics();
  }

  @Override
  public NumericColumn in(RowNumbers rows) {
    return new NumericColumn(location, reading, values.in(rows));
  }
}
