package gdtrain.loss;

import gdtrain.Data;
import gdtrain.compute.Vectors;
import java.util.Arrays;

/** A loss evaluated on plain numbers. */
final class One {
  /** The sum over the rows of weight times loss. */
  final double sum;

  /** Its slope, row by row. */
  final double[][] slope;

  private One(double sum, double[][] slope) {
    this.sum = sum;
    this.slope = slope;
  }

  /** The sum over rows and the slope, of a loss by its name. */
  static One of(Loss loss, double[][] raw, double[][] targets, double... weights) {
    var buffer = Data.matrix(raw);
    double sum = loss.on(buffer, Data.matrix(targets), Vectors.column(weights)).sumAndSlope();
    return new One(sum, Data.rows(buffer));
  }

  /** One row of weight 1. */
  static One of(Loss loss, double[] raw, double[] target) {
    return of(loss, new double[][] {raw}, new double[][] {target}, 1);
  }

  /** The mean loss of a constant raw output. */
  static double ofConstant(Loss loss, double[] raw, double[][] targets, double[] weights) {
    double[][] rows = new double[targets.length][];
    Arrays.setAll(rows, i -> raw.clone());
    return of(loss, rows, targets, weights).sum / Arrays.stream(weights).sum();
  }
}
