package gdtrain.train;

import gdtrain.compute.Vectors;
import gdtrain.dataset.Block;
import gdtrain.dataset.BlockReader;
import gdtrain.dataset.Dataset;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Consecutive rows of a dataset that one thread eliminates. */
final class FactorPart implements Runnable {
  private final Dataset data;
  private final int from;
  private final int to;
  private final int features;
  private final boolean oneTarget;
  private final double[] row;
  private final Elimination elimination;
  private double[] inputs = new double[0];
  private double[] targets = new double[0];
  private double[] weights = new double[0];

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
    this.row = new double[1 + features + (oneTarget ? 1 : 0)];
    this.elimination = new Elimination(row.length);
  }

  /** The factor of the rows, once they have been run through. */
  Elimination elimination() {
    return elimination;
  }

  @Override
  public void run() {
    try (BlockReader reader = data.open()) {
      for (int index = 0; index < data.blocks(); index++) {
        int first = data.firstRow(index);
        int behind = data.firstRow(index + 1);
        if (behind > from && first < to) {
          add(reader.read(index), Math.max(from, first) - first, Math.min(to, behind) - first);
        }
      }
    }
  }

  private void add(Block block, int begin, int end) {
    inputs = read(block.inputs(), inputs);
    targets = read(block.targets(), targets);
    weights = read(block.weights(), weights);
    int width = block.inputs().columns();
    row[0] = 1;
    for (int i = begin; i < end; i++) {
      if (weights[i] > 0) {
        System.arraycopy(inputs, i * width, row, 1, features);
        if (oneTarget) {
          row[1 + features] = targets[i];
        }
        elimination.add(row, Math.sqrt(weights[i] / data.totalWeight()));
      }
    }
  }

  /** An array's numbers, in a buffer that fits most of them. */
  private static double[] read(INDArray array, double[] buffer) {
    int length = Math.toIntExact(array.length());
    double[] numbers = buffer.length == length ? buffer : new double[length];
    Vectors.read(array, numbers);
    return numbers;
  }
}
