package gdtrain.compute;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.factory.Nd4j;

/** The processor, whose products are those of ND4J's BLAS. */
final class Processor implements Device {
  static final Processor INSTANCE = new Processor();

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
    Assign assign = new Assign(from.memory().array(), to.memory().array());
    return new Kernel(() -> Nd4j.getExecutioner().exec(assign));
  }
}
