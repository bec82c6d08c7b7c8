package gdtrain.dataset;

import gdtrain.compute.Matrix;

/**
 * Some consecutive rows of a dataset, few enough that a pass over them stays in the cache. Only the
 * inputs are a matrix, because products read them, where those run.
 */
public final class Block {
  private final Matrix inputs;
  private final double[] targets;
  private final double[] weights;
  private final double[] offsets;

  /**
   * A block of these numbers, which are not copied, with nothing added to raw outputs.
   *
   * @param inputs shape (rows, inputs), row after row; the last input is the constant 1 of the
   *     intercept if there is one
   * @param targets row after row, {@code outputs} numbers each
   * @param weights one of each row
   */
  public Block(Matrix inputs, double[] targets, double[] weights) {
    this(inputs, targets, weights, new double[0]);
  }

  /**
   * A block of these numbers, which are not copied.
   *
   * @param offsets what the raw output of each row has added to it; empty for nothing
   */
  public Block(Matrix inputs, double[] targets, double[] weights, double[] offsets) {
    this.inputs = inputs;
    this.targets = targets;
    this.weights = weights;
    this.offsets = offsets;
  }

  /** A block of doubles, of which nothing is set yet, for rows of a dataset. */
  public static Block empty(int rows, Dataset data) {
    return new Block(
        Matrix.uninitialised(rows, data.inputs()),
        new double[rows * data.outputs()],
        new double[rows],
        new double[data.hasOffsets() ? rows : 0]);
  }

  /** Inputs of a type that are not set yet. */
  public static Matrix uninitialised(int rows, int inputs, Dtype dtype) {
    return dtype == Dtype.FLOAT
        ? Matrix.uninitialisedFloats(rows, inputs)
        : Matrix.uninitialised(rows, inputs);
  }

  /** The inputs, shape (rows, inputs). */
  public Matrix inputs() {
    return inputs;
  }

  /** A copy of the inputs as Java's numbers, row after row. */
  public double[] numbers() {
    double[] numbers = new double[inputs.length()];
    inputs.read(numbers);
    return numbers;
  }

  /** The targets, row after row; they are only read. */
  public double[] targets() {
    return targets;
  }

  /** The weight of each row; they are only read. */
  public double[] weights() {
    return weights;
  }

  /** What the raw output of each row has added to it; empty for nothing. */
  public double[] offsets() {
    return offsets;
  }

  /** Adds the offsets to raw outputs, one of each row where there are offsets. */
  public void addOffsets(double[] raw) {
    for (int i = 0; i < offsets.length; i++) {
      raw[i] += offsets[i];
    }
  }

  /** Whether the inputs are floats, of which products take only copies. */
  boolean isNarrow() {
    return inputs.isNarrow();
  }

  /** The number of rows. */
  public int rows() {
    return weights.length;
  }

  /** How many numbers the target of a row has. */
  public int outputs() {
    return targets.length / weights.length;
  }
}
