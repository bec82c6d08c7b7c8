package gdtrain.insight;

import gdtrain.dataset.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows times their class as a sign: a hyperplane has one on the right side if its product with it
 * is > 0.
 */
final class SignedRows {
  private SignedRows() {}

  /**
   * Every so-manieth row of each block, if its weight is not 0.
   *
   * @param column of the class in the targets
   */
  static List<double[]> of(Dataset data, int column, int step) {
    List<double[]> rows = new ArrayList<>();
    data.forEachPlain(
        block -> {
          for (int i = 0; i < block.count(); i += step) {
            if (block.weights()[i] > 0) {
              boolean own = block.targets()[i * data.outputs() + column] > 0.5;
              rows.add(signed(block.inputs(), i * data.inputs(), data.inputs(), own ? 1 : -1));
            }
          }
        });
    return rows;
  }

  private static double[] signed(double[] inputs, int from, int width, int sign) {
    double[] signed = new double[width];
    for (int j = 0; j < width; j++) {
      signed[j] = sign * inputs[from + j];
    }
    return signed;
  }
}
