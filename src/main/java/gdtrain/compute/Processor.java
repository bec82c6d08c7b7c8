package gdtrain.compute;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The processor, whose products are those of ND4J's BLAS. */
final class Processor implements Device {
  static final Processor INSTANCE = new Processor();

  /** So many numbers stay in the first-level cache. */
  private static final int PIECE = 2048;

  private Processor() {}

  @Override
  public Memory reserve(int length, boolean narrow) {
    DataType type = narrow ? DataType.FLOAT : DataType.DOUBLE;
    return new Memory(Nd4j.createUninitialized(type, new long[] {length, 1}, 'c'));
  }

  @Override
  public Kernel product(double alpha, Matrix a, Matrix b, double beta, Matrix c) {
    return MatrixProduct.of(alpha, a, b, beta, c).kernel();
  }

  @Override
  public Kernel copy(Matrix from, Matrix to) {
    double[] piece = new double[Math.min(PIECE, from.length())];
    return new Kernel(
        () -> {
          for (int at = 0; at < from.length(); at += piece.length) {
            int count = Math.min(piece.length, from.length() - at);
            from.read(at, piece, count);
            to.write(at, piece, count);
          }
        });
  }
}
