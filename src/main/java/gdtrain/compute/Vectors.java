package gdtrain.compute;

import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arithmetic on whole arrays as flat vectors of doubles, by BLAS level 1.
 *
 * <p>The arrays must be dense (no views with gaps) and of the same order, because BLAS walks the
 * raw buffers. These calls propagate NaN and infinity.
 */
public final class Vectors {
  private Vectors() {}

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

  /** {@code sum x[i] y[i]}. */
  public static double dot(INDArray x, INDArray y) {
    return blas().dot(x.length(), 1, x, y);
  }

  /** {@code sqrt(sum x[i]^2)}, without overflow. */
  public static double norm(INDArray x) {
    return blas().nrm2(x);
  }

  /** {@code sum |x[i]|}. */
  public static double absoluteSum(INDArray x) {
    return blas().asum(x);
  }

  /** {@code y = y + alpha x}. */
  public static void add(double alpha, INDArray x, INDArray y) {
    blas().axpy(x.length(), alpha, x, y);
  }

  /** {@code x = alpha x}. */
  public static void scale(double alpha, INDArray x) {
    blas().scal(x.length(), alpha, x);
  }

  /** {@code y = x}. */
  public static void copy(INDArray x, INDArray y) {
    blas().copy(x, y);
  }
}
