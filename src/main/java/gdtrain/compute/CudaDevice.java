package gdtrain.compute;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The card of ND4J's CUDA backend. Products are ND4J's own ops, and what goes up and comes down is
 * left to ND4J, which knows of every array which copy is the newer one. With ND4J's CPU backend the
 * same ops run on the processor, which is how tests try them.
 */
final class CudaDevice implements Device {
  /** An array that ND4J keeps twice. */
  private final class TwoCopies extends Memory {
    TwoCopies(INDArray array) {
      super(array);
    }

    @Override
    Device device() {
      return CudaDevice.this;
    }

    @Override
    void upload() {
      Nd4j.getAffinityManager().ensureLocation(array(), Location.DEVICE);
    }

    @Override
    void download() {
      Nd4j.getAffinityManager().ensureLocation(array(), Location.HOST);
    }

    @Override
    void clear() {
      array().assign(0);
    }

    @Override
    void afterWriting() {
      Nd4j.getAffinityManager().tagLocation(array(), Location.HOST);
    }
  }

  @Override
  public Memory reserve(int length, boolean narrow) {
    DataType type = narrow ? DataType.FLOAT : DataType.DOUBLE;
    return new TwoCopies(Nd4j.createUninitialized(type, new long[] {length, 1}, 'c'));
  }

  @Override
  public Kernel product(double alpha, Matrix a, Matrix b, double beta, Matrix c) {
    INDArray[] factors = {view(a), view(b)};
    INDArray result = view(c);
    CustomOp op = DynamicCustomOp.builder("matmul").addInputs(factors).addOutputs(result).build();
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(factors);
    context.setOutputArrays(result);
    context.setTArguments(alpha, beta);
    context.setIArguments(0, 0, 0); // none is transposed: the views' strides say how they lie
    return new Kernel(() -> Nd4j.getExecutioner().exec(op, context));
  }

  private static INDArray view(Matrix matrix) {
    long[] shape = {matrix.rows(), matrix.columns()};
    long[] strides =
        matrix.byRow() ? new long[] {matrix.stride(), 1} : new long[] {1, matrix.stride()};
    char order = matrix.byRow() ? 'c' : 'f';
    INDArray all = matrix.memory().array();
    return Nd4j.create(all.data(), shape, strides, matrix.from(), order, DataType.DOUBLE);
  }

  @Override
  public Kernel copy(Matrix from, Matrix to) {
    Assign assign = new Assign(from.memory().array(), to.memory().array());
    return new Kernel(() -> Nd4j.getExecutioner().exec(assign));
  }
}
