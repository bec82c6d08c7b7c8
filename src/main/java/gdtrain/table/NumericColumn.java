package gdtrain.table;

import gdtrain.qr.RawFactor;
import java.util.List;
import java.util.Optional;

/** A column of finite numbers, as written in the file, and missing cells. */
public final class NumericColumn implements Column {
  private final Place place;
  private final Values values;

  NumericColumn(Place place, Values values) {
    this.place = place;
    this.values = values;
  }

  @Override
  public String name() {
    return place.column();
  }

  @Override
  public int position() {
    return place.position();
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

  /** Of the numbers that are there, each of weight 1. */
  public Statistics statistics() {
    return values.statistics();
  }

  /**
   * R of the constant and these columns of one table, in this order; empty unless it was made while
   * the file was read, and the table has all its rows.
   */
  public static Optional<RawFactor> factor(List<NumericColumn> columns) {
    return Values.factor(columns.stream().map(column -> column.values).toList());
  }

  @Override
  public NumericColumn in(RowNumbers rows) {
    return new NumericColumn(place, values.in(rows));
  }
}
