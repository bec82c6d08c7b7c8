package gdtrain.insight;

import gdtrain.compute.ArrayMemory;
import gdtrain.compute.Kernel;
import gdtrain.compute.NdArrays;
import gdtrain.dataset.Dataset;
import java.util.IdentityHashMap;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The matrix {@code X'WX / total weight} of a dataset's inputs, times vectors, block by block. */
final class Gram {
  private final INDArray vector;
  private final INDArray product;
  private final Dataset data;

  /** What is prepared for each array of inputs that a reader gives. */
  private final IdentityHashMap<INDArray, Product> prepared = new IdentityHashMap<>();

  /** The product {@code product += inputs' (weights * (inputs vector)) / total weight}. */
  private record Product(Kernel forward, ArrayMemory raw, Kernel back) {
    void run(double[] weights) {
      double[] numbers = new double[weights.length];
      forward.run();
      raw.read(0, numbers, numbers.length);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] *= weights[i];
      }
      raw.write(0, numbers, numbers.length);
      back.run();
    }
  }

  Gram(Dataset data) {
    this.data = data;
    this.vector = NdArrays.zeros(data.inputs());
    this.product = NdArrays.zeros(data.inputs());
  }

  private Product prepare(INDArray inputs) {
    INDArray raw = NdArrays.zeros(inputs.rows());
    return new Product(
        Kernel.multiply(inputs, vector, raw),
        new ArrayMemory(raw),
        Kernel.multiplyTransposed(1 / data.totalWeight(), inputs, raw, 1, product));
  }

  double[] times(double[] numbers) {
    NdArrays.write(numbers, vector);
    NdArrays.clear(product);
    data.forEach(
        block -> prepared.computeIfAbsent(block.inputs(), this::prepare).run(block.weights()));
    double[] result = new double[numbers.length];
    NdArrays.read(product, result);
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
