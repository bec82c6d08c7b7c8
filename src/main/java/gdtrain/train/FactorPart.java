package gdtrain.train;

import gdtrain.dataset.BlockReader;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.PlainRows;
import gdtrain.qr.Elimination;

/** Consecutive rows of a dataset that one thread eliminates. */
final class FactorPart implements Runnable {
  private final Dataset data;
  private final int from;
  private final int to;
  private final int features;
  private final boolean oneTarget;
  private double[][] triangle;

  /**
   * One part of several.
   *
   * @param features how many of the inputs, from the first
   */
  FactorPart(Dataset data, int part, int parts, int features, boolean oneTarget) {
    this.data = data;
    this.from = (int) ((long) data.rows() * part / parts);
    this.to = (int) ((long) data.rows() * (part + 1) / parts);
    this.features = features;
    this.oneTarget = oneTarget;
  }

  /** The R of the rows, column after column, once they have been run through. */
  double[][] triangle() {
    return triangle;
  }

  @Override
  public void run() {
    Elimination elimination = new Elimination(1 + features + (oneTarget ? 1 : 0));
    try (BlockReader reader = data.open()) {
      for (int index = 0; index < data.blocks(); index++) {
        int first = data.firstRow(index);
        int behind = data.firstRow(index + 1);
        if (behind > from && first < to) {
          int begin = Math.max(from, first) - first;
          add(reader.readPlain(index), begin, Math.min(to, behind) - first, elimination);
        }
      }
    }
    triangle = elimination.triangle();
  }

  private void add(PlainRows rows, int begin, int end, Elimination elimination) {
    double[] row = new double[1 + features + (oneTarget ? 1 : 0)];
    row[0] = 1;
    for (int i = begin; i < end; i++) {
      if (rows.weights()[i] > 0) {
        System.arraycopy(rows.inputs(), i * data.inputs(), row, 1, features);
        if (oneTarget) {
          row[1 + features] = rows.targets()[i];
        }
        elimination.add(row, Math.sqrt(rows.weights()[i] / data.totalWeight()));
      }
    }
  }
}
