package gdtrain.dataset;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Some consecutive rows of a dataset, few enough that a pass over them stays in the cache. Only the
 * inputs are an array of ND4J's, because matrix products read them.
 */
public final class Block {
  private final INDArray inputs;
  private final double[] targets;
  private final double[] weights;

  /**
   * A block of these arrays, which are not copied.
   *
   * @param inputs shape (rows, inputs), row after row; the last input is the constant 1 of the
   *     intercept if there is one
   * @param targets row after row, {@code outputs} numbers each
   * @param weights one of each row
   */
  public Block(INDArray inputs, double[] targets, double[] weights) {
    this.inputs = inputs;
    this.targets = targets;
    this.weights = weights;
  }

  /** A block of doubles whose inputs are not set yet. */
  public static Block empty(int rows, int inputs, int outputs) {
    INDArray array = uninitialised(rows, inputs, Dtype.DOUBLE);
    return new Block(array, new double[rows * outputs], new double[rows]);
  }

  /** Inputs of a type that are not set yet. */
  public static INDArray uninitialised(int rows, int inputs, Dtype dtype) {
    DataType type = dtype == Dtype.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
    return Nd4j.createUninitialized(type, new long[] {rows, inputs}, 'c');
  }

  /** The inputs, shape (rows, inputs). */
  public INDArray inputs() {
    return inputs;
  }

  /** A copy of the inputs as Java's numbers, row after row. */
  public double[] numbers() {
    return inputs.data().asDouble();
  }

  /** The targets, row after row; they are only read. */
  public double[] targets() {
    return targets;
  }

  /** The weight of each row; they are only read. */
  public double[] weights() {
    return weights;
  }

  /** Whether the inputs are floats, of which products take only copies. */
  boolean isNarrow() {
    return inputs.dataType() == DataType.FLOAT;
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
