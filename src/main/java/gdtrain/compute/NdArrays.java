package gdtrain.compute;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arithmetic on whole arrays as flat vectors of doubles, by BLAS level 1.
 *
 * <p>The arrays must be dense (no views with gaps) and of the same order, because BLAS walks the
 * raw buffers. These calls propagate NaN and infinity. Native memory lives as long as Java sees its
 * array, which an address alone does not bring about: hence the fences.
 */
public final class NdArrays {
  private NdArrays() {}

  private static Level1 blas() {
    return Nd4j.getBlasWrapper().level1();
  }

  /** A new column of zeros, shape (length, 1). */
  public static INDArray zeros(long length) {
    return zeros(length, 1);
  }

  /** A new array of zeros, shape (rows, columns), row after row. */
  public static INDArray zeros(long rows, long columns) {
    return Nd4j.create(DataType.DOUBLE, new long[] {rows, columns}, 'c');
  }

  /** A new column with the given values, shape (length, 1). */
  public static INDArray column(double... values) {
    return Nd4j.create(values, new long[] {values.length, 1}, 'c');
  }

  /** A new array of zeros, shape (rows, columns), column after column. */
  public static INDArray zerosByColumn(long rows, long columns) {
    return Nd4j.create(DataType.DOUBLE, new long[] {rows, columns}, 'f');
  }

  /** A new array of zeros with the shape and order of another. */
  public static INDArray like(INDArray array) {
    return Nd4j.create(DataType.DOUBLE, array.shape(), array.ordering());
  }

  /**
   * Part of a flat array as a matrix, column after column; both share their numbers.
   *
   * @param from index of the first element
   */
  public static INDArray matrix(INDArray flat, long from, long rows, long columns) {
    return Nd4j.create(
        flat.data(), new long[] {rows, columns}, new long[] {1, rows}, from, 'f', DataType.DOUBLE);
  }

  /** The first rows of a matrix that lies column after column; both share their numbers. */
  public static INDArray upperRows(INDArray matrix, long rows) {
    return Nd4j.create(
        matrix.data(),
        new long[] {rows, matrix.columns()},
        new long[] {1, matrix.rows()},
        matrix.offset(),
        'f',
        DataType.DOUBLE);
  }

  /** Writes 0 over an array's numbers, whatever they are. */
  public static void clear(INDArray array) {
    try {
      Pointer.memset(array.data().pointer(), 0, array.length() * Double.BYTES);
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  /** Writes plain numbers over an array's, in the order of its memory. */
  public static void write(double[] numbers, INDArray array) {
    try {
      pointer(array).put(numbers);
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  /** Reads an array's numbers, in the order of its memory. */
  public static void read(INDArray array, double[] numbers) {
    try {
      pointer(array).get(numbers);
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  private static DoublePointer pointer(INDArray array) {
    return (DoublePointer) array.data().pointer();
  }

  /** {@code sum x[i] y[i]}, in the order in which BLAS adds it up. */
  public static double dot(double[] x, double[] y) {
    return openblas_nolapack.cblas_ddot(x.length, x, 1, y, 1);
  }

  /** {@code y = y + alpha x}. */
  public static void add(double alpha, INDArray x, INDArray y) {
    try {
      blas().axpy(x.length(), alpha, x, y);
    } finally {
      Reference.reachabilityFence(x);
      Reference.reachabilityFence(y);
    }
  }

  /** {@code x = alpha x}. */
  public static void scale(double alpha, INDArray x) {
    try {
      blas().scal(x.length(), alpha, x);
    } finally {
      Reference.reachabilityFence(x);
    }
  }
}
