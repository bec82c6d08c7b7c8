package gdtrain.insight.inference;

import gdtrain.dataset.Dataset;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of a linear model at a point of its parameters.
 *
 * @param data scaled inputs and targets
 * @param intercept whether the last input is the constant 1
 * @param point the flat vector
 */
public record LinearRows(Dataset data, boolean intercept, List<Double> point) {
  /** Copies the point. */
  public LinearRows {
    point = List.copyOf(point);
  }

  int inputs() {
    return data.inputs();
  }

  int outputs() {
    return data.outputs();
  }

  /** Shows every row that has a weight, in order, with the constant first. */
  void forEach(Consumer<LinearRow> visitor) {
    double[] flat = point.stream().mapToDouble(Double::doubleValue).toArray();
    LinearRow.forEach(data, intercept, flat, visitor);
  }
}
