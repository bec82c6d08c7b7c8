package gdtrain.table;

/** A column of finite numbers, as written in the file, and missing cells. */
public final class NumericColumn implements Column {
  private final String name;
  private final int position;
  private final Numbers numbers;
  private final int index;

  /** The column of numbers with this index. */
  NumericColumn(String name, int position, Numbers numbers, int index) {
    this.name = name;
    this.position = position;
    this.numbers = numbers;
    this.index = index;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public int rows() {
    return numbers.rows();
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(value(row));
  }

  /** The number in the row; NaN = missing, never infinite. */
  public double value(int row) {
    return numbers.get(index, row);
  }

  /** Writes the numbers of consecutive rows to every stride-th place of {@code out}. */
  public void values(int from, int count, double[] out, int at, int stride) {
    for (int i = 0; i < count; i++) {
      out[at + i * stride] = value(from + i);
    }
  }

  @Override
  public NumericColumn select(int[] rows) {
    double[] chosen = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = value(rows[i]);
    }
    return new NumericColumn(name, position, Numbers.column(chosen), 0);
  }
}
