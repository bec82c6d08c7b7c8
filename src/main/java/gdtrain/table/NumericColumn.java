package gdtrain.table;

/** A column of finite numbers, as written in the file, and missing cells. */
public final class NumericColumn implements Column {
  private final String name;
  private final int position;
  private final DoubleBlocks values;

  NumericColumn(String name, int position, DoubleBlocks values) {
    this.name = name;
    this.position = position;
    this.values = values;
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
    return values.size();
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(value(row));
  }

  /** The number in the row; NaN = missing, never infinite. */
  public double value(int row) {
    return values.get(row);
  }

  @Override
  public NumericColumn select(int[] rows) {
    DoubleBlocks chosen = new DoubleBlocks();
    for (int row : rows) {
      chosen.add(value(row));
    }
    return new NumericColumn(name, position, chosen);
  }
}
