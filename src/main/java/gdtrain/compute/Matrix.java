package gdtrain.compute;

import java.util.Arrays;

/**
 * A matrix of doubles or floats in the memory of a {@link Device}: the whole of it or a part, row
 * after row or column after column. Parts share their numbers with the whole.
 *
 * <p>Java sees what products have written after {@link #download}, and they see what Java has
 * written after {@link #upload}; both concern the whole memory, and cost nothing on the processor.
 *
 * @param from the index in memory of its first number
 * @param byRow whether it lies row after row; otherwise column after column
 * @param stride how far apart in memory the rows, or the columns, begin
 */
public record Matrix(Memory memory, int from, int rows, int columns, boolean byRow, int stride) {
  /** A new one, whose numbers are whatever was there, row after row. */
  public static Matrix uninitialised(int rows, int columns) {
    return uninitialised(Backend.device(), rows, columns);
  }

  /** A new one on a device, whose numbers are whatever was there, row after row. */
  static Matrix uninitialised(Device device, int rows, int columns) {
    return whole(device.reserve(rows * columns, false), rows, columns);
  }

  /** A new one of floats, whose numbers are whatever was there, row after row. */
  public static Matrix uninitialisedFloats(int rows, int columns) {
    return whole(Backend.device().reserve(rows * columns, true), rows, columns);
  }

  /** A new column of zeros, shape (rows, 1). */
  public static Matrix zeros(int rows) {
    return zeros(rows, 1);
  }

  /** A new matrix of zeros, row after row. */
  public static Matrix zeros(int rows, int columns) {
    Matrix matrix = uninitialised(rows, columns);
    matrix.clear();
    matrix.download();
    return matrix;
  }

  /** A new matrix of zeros, column after column. */
  public static Matrix zerosByColumn(int rows, int columns) {
    return zeros(rows * columns, 1).part(0, rows, columns);
  }

  private static Matrix whole(Memory memory, int rows, int columns) {
    return new Matrix(memory, 0, rows, columns, true, columns);
  }

  /**
   * Consecutive numbers of a matrix without gaps as another, column after column.
   *
   * @param first index of the first of them
   */
  public Matrix part(int first, int partRows, int partColumns) {
    return new Matrix(memory, from + first, partRows, partColumns, false, partRows);
  }

  /** The first rows of a matrix that lies column after column. */
  public Matrix upperRows(int count) {
    return new Matrix(memory, from, count, columns, false, stride);
  }

  /** The transpose; both share their numbers. */
  public Matrix transposed() {
    return new Matrix(memory, from, columns, rows, !byRow, stride);
  }

  /** How many numbers it has. */
  public int length() {
    return rows * columns;
  }

  /** Whether it has floats, of which products take only copies. */
  public boolean isNarrow() {
    return memory.isNarrow();
  }

  /** Whether another has the same shape and order, and both are without gaps. */
  boolean isLike(Matrix other) {
    boolean oneOrder = byRow == other.byRow || rows == 1 || columns == 1;
    return oneOrder && rows == other.rows && columns == other.columns && dense() && other.dense();
  }

  private boolean dense() {
    return rows == 1 || columns == 1 || stride == (byRow ? columns : rows);
  }

  /** Writes 0 over all numbers of its memory, where products see them. */
  public void clear() {
    memory.clear();
  }

  /** Lets products see what Java has written. */
  public void upload() {
    memory.upload();
  }

  /** Lets Java see what products have written. */
  public void download() {
    memory.download();
  }

  /** Reads all numbers, in the order in which they lie, of a matrix without gaps. */
  public void read(double[] numbers) {
    memory.read(from, numbers, length());
  }

  /** Reads so many numbers from an index on. */
  public void read(int first, double[] numbers, int count) {
    memory.read(from + first, numbers, count);
  }

  /** Writes one number over all of a matrix without gaps. */
  public void fill(double value) {
    double[] numbers = new double[length()];
    Arrays.fill(numbers, value);
    write(numbers);
  }

  /** Writes plain numbers over all, in the order in which they lie. */
  public void write(double[] numbers) {
    memory.write(from, numbers, length());
  }

  /** Writes the first {@code count} numbers over those from an index on. */
  public void write(int first, double[] numbers, int count) {
    memory.write(from + first, numbers, count);
  }

  /** Copies so many numbers of another matrix over those from an index on. */
  void copy(int first, Matrix other, int otherFirst, int count) {
    memory.copy(from + first, other.memory, other.from + otherFirst, count);
  }

  @Override
  public String toString() {
    return "[" + rows + ", " + columns + "]";
  }
}
