package gdtrain.insight;

import gdtrain.compute.Kernel;
import gdtrain.compute.Vectors;
import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The matrix {@code X'WX / total weight} of a dataset's inputs, times vectors, block by block. */
final class Gram {
  private final INDArray vector;
  private final INDArray product;
  private final List<Kernel> blocks = new ArrayList<>();
  private final Dataset data;

  Gram(Dataset data) {
    this.data = data;
    int inputs = data.blocks().get(0).inputs().columns();
    this.vector = Vectors.zeros(inputs);
    this.product = Vectors.zeros(inputs);
    double share = 1 / data.totalWeight();
    for (Block block : data.blocks()) {
      INDArray raw = Vectors.zeros(block.rows());
      double adds = blocks.isEmpty() ? 0 : 1;
      blocks.add(
          Kernel.sequence(
              Kernel.multiply(block.inputs(), vector, raw),
              Kernel.times(raw, block.weights(), raw),
              Kernel.multiplyTransposed(share, block.inputs(), raw, adds, product)));
    }
  }

  double[] times(double[] numbers) {
    Vectors.write(numbers, vector);
    blocks.forEach(Kernel::run);
    double[] result = new double[numbers.length];
    Vectors.read(product, result);
    return result;
  }

  /** The mean square of a row's length. */
  double trace() {
    double sum = 0;
    for (Block block : data.blocks()) {
      double[] inputs = block.inputs().data().asDouble();
      double[] weights = block.weights().data().asDouble();
      for (int i = 0; i < inputs.length; i++) {
        sum += weights[i / (inputs.length / weights.length)] * inputs[i] * inputs[i];
      }
    }
    return sum / data.totalWeight();
  }
}
