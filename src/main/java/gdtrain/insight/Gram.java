package gdtrain.insight;

import gdtrain.compute.Kernel;
import gdtrain.compute.Matrix;
import gdtrain.dataset.Dataset;
import java.util.IdentityHashMap;

/** The matrix {@code X'WX / total weight} of a dataset's inputs, times vectors, block by block. */
final class Gram {
  private final Matrix vector;
  private final Matrix product;
  private final Dataset data;

  /** What is prepared for each array of inputs that a reader gives. */
  private final IdentityHashMap<Matrix, Product> prepared = new IdentityHashMap<>();

  /** The product {@code product += inputs' (weights * (inputs vector)) / total weight}. */
  private record Product(Kernel forward, Matrix raw, Kernel back) {
    void run(double[] weights) {
      double[] numbers = new double[weights.length];
      forward.run();
      raw.download();
      raw.read(numbers);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] *= weights[i];
      }
      raw.write(numbers);
      raw.upload();
      back.run();
    }
  }

  Gram(Dataset data) {
    this.data = data;
    this.vector = Matrix.zeros(data.inputs());
    this.product = Matrix.zeros(data.inputs());
  }

  private Product prepare(Matrix inputs) {
    Matrix raw = Matrix.zeros(inputs.rows());
    return new Product(
        Kernel.multiply(inputs, vector, raw),
        raw,
        Kernel.multiplyTransposed(1 / data.totalWeight(), inputs, raw, 1, product));
  }

  double[] times(double[] numbers) {
    vector.write(numbers);
    vector.upload();
    product.clear();
    data.forEach(
        block -> prepared.computeIfAbsent(block.inputs(), this::prepare).run(block.weights()));
    double[] result = new double[numbers.length];
    product.download();
    product.read(result);
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
