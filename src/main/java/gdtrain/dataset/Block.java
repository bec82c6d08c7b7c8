package gdtrain.dataset;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Some consecutive rows of a dataset, small enough that a pass over them stays in the cache.
 *
 * @param inputs shape (rows, inputs), row after row; the last input is the constant 1 of the
 *     intercept if there is one
 * @param targets shape (rows, outputs)
 * @param weights shape (rows, 1)
 */
public record Block(INDArray inputs, INDArray targets, INDArray weights) {
  /** Uninitialised arrays. */
  static Block empty(int rows, int inputs, int outputs) {
    return empty(rows, inputs, outputs, Dtype.DOUBLE);
  }

  /** The same with inputs of a type. */
  static Block empty(int rows, int inputs, int outputs, Dtype dtype) {
    DataType type = dtype == Dtype.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
    return new Block(array(rows, inputs, type), doubles(rows, outputs), doubles(rows, 1));
  }

  private static INDArray doubles(int rows, int columns) {
    return array(rows, columns, DataType.DOUBLE);
  }

  private static INDArray array(int rows, int columns, DataType type) {
    return Nd4j.createUninitialized(type, new long[] {rows, columns}, 'c');
  }

  /** Whether the inputs are floats, which only copies are made of. */
  boolean isNarrow() {
    return inputs.dataType() == DataType.FLOAT;
  }

  /** The number of rows. */
  public int rows() {
    return inputs.rows();
  }
}
