package gdtrain.insight.inference;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.PlainRows;
import java.util.function.Consumer;

/** A row of a linear model at a point, written over by the next one. */
final class LinearRow {
  private final double[] inputs;
  private final double[] raw;
  private final double[] target;
  private double weight;
  private int index;

  private LinearRow(int inputs, int outputs) {
    this.inputs = new double[inputs];
    this.raw = new double[outputs];
    this.target = new double[outputs];
  }

  /**
   * Shows every row that has a weight, in order.
   *
   * @param intercept whether the last input is the constant 1; here it is the first
   * @param point the flat vector
   */
  static void forEach(
      Dataset data, boolean intercept, double[] point, Consumer<LinearRow> visitor) {
    LinearRow row = new LinearRow(data.inputs(), data.outputs());
    int[] from = {0};
    data.forEachPlain(
        rows -> {
          for (int i = 0; i < rows.count(); i++) {
            row.index = from[0] + i;
            row.weight = rows.weights()[i];
            if (row.weight > 0) {
              row.read(rows, i, intercept, point);
              visitor.accept(row);
            }
          }
          from[0] += rows.count();
        });
  }

  private void read(PlainRows rows, int row, boolean intercept, double[] point) {
    int width = inputs.length;
    int shift = intercept ? 1 : 0;
    System.arraycopy(rows.inputs(), row * width, inputs, shift, width - shift);
    if (intercept) {
      inputs[0] = 1;
    }
    System.arraycopy(rows.targets(), row * target.length, target, 0, target.length);
    for (int k = 0; k < raw.length; k++) {
      double sum = 0;
      for (int j = 0; j < width; j++) {
        sum += rows.inputs()[row * width + j] * point[k * width + j];
      }
      raw[k] = sum + (rows.offsets().length > 0 ? rows.offsets()[row] : 0);
    }
  }

  /** The inputs, the constant first if there is one. */
  double[] inputs() {
    return inputs;
  }

  /** The raw outputs. */
  double[] raw() {
    return raw;
  }

  /** The target, a number for each output. */
  double[] target() {
    return target;
  }

  /** How many rows it counts as, above 0. */
  double weight() {
    return weight;
  }

  /** Its number among all rows, from 0. */
  int index() {
    return index;
  }
}
