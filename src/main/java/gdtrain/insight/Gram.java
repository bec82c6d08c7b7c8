package gdtrain.insight;

import gdtrain.compute.Kernel;
import gdtrain.compute.Vectors;
import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;
import java.util.IdentityHashMap;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The matrix {@code X'WX / total weight} of a dataset's inputs, times vectors, block by block. */
final class Gram {
  private final INDArray vector;
  private final INDArray product;
  private final Dataset data;

  /** The kernel of each array of inputs that a reader returns. */
  private final IdentityHashMap<INDArray, Kernel> prepared = new IdentityHashMap<>();

  Gram(Dataset data) {
    this.data = data;
    this.vector = Vectors.zeros(data.inputs());
    this.product = Vectors.zeros(data.inputs());
  }

  private Kernel kernel(Block block) {
    INDArray raw = Vectors.zeros(block.rows());
    return Kernel.sequence(
        Kernel.multiply(block.inputs(), vector, raw),
        Kernel.times(raw, block.weights(), raw),
        Kernel.multiplyTransposed(1 / data.totalWeight(), block.inputs(), raw, 1, product));
  }

  double[] times(double[] numbers) {
    Vectors.write(numbers, vector);
    Vectors.clear(product);
    data.forEach(block -> prepared.computeIfAbsent(block.inputs(), x -> kernel(block)).run());
    double[] result = new double[numbers.length];
    Vectors.read(product, result);
    return result;
  }

  /** The mean square of a row's length. */
  double trace() {
    double[] sum = {0};
    data.forEachPlain(
        rows -> {
          for (int i = 0; i < rows.inputs().length; i++) {
            double input = rows.inputs()[i];
            sum[0] += rows.weights()[i / data.inputs()] * input * input;
          }
        });
    return sum[0] / data.totalWeight();
  }
}
