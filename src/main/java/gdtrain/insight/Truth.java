package gdtrain.insight;

import gdtrain.dataset.PlainRows;
import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Scaled;

/**
 * The one slope of a row that tells how it wants to be predicted: for numbers dloss/dprediction,
 * where the prediction is the raw output, and dloss/draw where it is not; for classes dloss/draw of
 * the row's class. Of two classes, the first has the negative raw output.
 *
 * @param target what is predicted
 * @param scaled the loss that descends
 */
record Truth(Target target, Scaled scaled) {
  /**
   * The slope of a row, in the unit of the target's column.
   *
   * @param slopes dloss/draw as learned; the row's start at index {@code from}
   * @param targets as learned; the row's start at index {@code at}
   */
  double slope(double[] slopes, int from, double[] targets, int at) {
    int outputs = target.outputs();
    if (target.classes().isEmpty()) {
      return scaled.factor() * slopes[from] / target.unit().scale();
    }
    if (outputs == 1) {
      return targets[at] == 0 ? -slopes[from] : slopes[from];
    }
    return slopes[from + PlainRows.label(targets, at, outputs)];
  }
}
