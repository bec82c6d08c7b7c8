package gdtrain.loss;

import gdtrain.compute.Backend;
import java.util.Arrays;

/** A loss evaluated on plain numbers. */
final class One {
  /** The sum over the rows of weight times loss. */
  final double sum;

  /** Its slope, row by row. */
  final double[][] slope;

  static {
    Backend.start(); // for the sums
  }

  private One(double sum, double[][] slope) {
    this.sum = sum;
    this.slope = slope;
  }

  /** The sum over rows and the slope, of a loss by its name. */
  static One of(Loss loss, double[][] raw, double[][] targets, double... weights) {
    double[] buffer = flat(raw);
    double sum = loss.sumAndSlope(buffer, flat(targets), weights, new double[3][buffer.length]);
    return new One(sum, rows(buffer, raw[0].length));
  }

  /** Numbers row after row. */
  static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Rows of so many numbers. */
  static double[][] rows(double[] flat, int columns) {
    double[][] rows = new double[flat.length / columns][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * columns, (i + 1) * columns));
    return rows;
  }

  /** The predictions of rows of raw outputs. */
  static double[][] linked(Loss loss, double[][] raw) {
    double[] outputs = flat(raw);
    loss.link(outputs, raw[0].length);
    return rows(outputs, raw[0].length);
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
