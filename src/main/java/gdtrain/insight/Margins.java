package gdtrain.insight;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.PlainRows;
import java.util.BitSet;
import java.util.List;

/** Which classes a linear model with an output for every class mistakes for another. */
final class Margins {
  private final double[] parameters;
  private final BitSet mistaken = new BitSet();

  /**
   * Looks at all rows whose weight is not 0.
   *
   * @param parameters of the model, output after output
   */
  Margins(Dataset data, List<Double> parameters) {
    this.parameters = parameters.stream().mapToDouble(Double::doubleValue).toArray();
    data.forEachPlain(this::add);
  }

  private void add(PlainRows rows) {
    int outputs = rows.targets().length / rows.count();
    int width = rows.inputs().length / rows.count();
    for (int row = 0; row < rows.count(); row++) {
      if (rows.weights()[row] > 0) {
        add(rows.label(row), raw(rows.inputs(), row * width, outputs));
      }
    }
  }

  private double[] raw(double[] inputs, int from, int outputs) {
    double[] raw = new double[outputs];
    int width = parameters.length / outputs;
    for (int k = 0; k < outputs; k++) {
      for (int j = 0; j < width; j++) {
        raw[k] += inputs[from + j] * parameters[k * width + j];
      }
    }
    return raw;
  }

  private void add(int own, double[] raw) {
    for (int k = 0; k < raw.length; k++) {
      if (k != own && !(raw[own] > raw[k])) {
        mistaken.set(own);
        mistaken.set(k);
      }
    }
  }

  /** Whether a row of this class was put into another, or a row of another into this. */
  boolean mistaken(int label) {
    return mistaken.get(label);
  }
}
