package gdtrain.train;

import gdtrain.compute.Matrix;
import gdtrain.compute.Workers;
import gdtrain.dataset.Block;
import gdtrain.dataset.BlockList;
import gdtrain.dataset.BlockReader;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.PlainRows;
import gdtrain.qr.Elimination;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A dataset in as many rows as it has columns: the R of a QR factorisation of {@code sqrt(weight /
 * total weight) [1 X y]}, y only if there is one target. Whatever is a function of the weighted
 * means of products of two columns, such as the squared loss of a linear model anywhere, is the
 * same for R as for all rows; and nothing was squared to get it, unlike in the normal equations.
 *
 * <p>The constant comes first, whether the model has an intercept or not: the first row then holds
 * the means, the rest of a column its deviations, however small they are beside the mean.
 *
 * <p>Where the file was factorised while it was read, R follows from that. Otherwise the rows are
 * dealt to a fixed number of parts, whose factors are merged in order. Neither threads nor how the
 * rows are cut into blocks change a bit.
 */
public final class Factor {
  private static final int MOST_PARTS = 32;

  /** The least rows of a part, in rows of its factor, so that merging costs little. */
  private static final int LEAST_SHARE = 16;

  private final double[][] columns;
  private final int features;
  private final boolean intercept;

  private Factor(double[][] columns, int features, boolean intercept) {
    this.columns = columns;
    this.features = features;
    this.intercept = intercept;
  }

  /**
   * Factorises a dataset, if that was not done while its file was read.
   *
   * @param intercept whether the last input is the constant 1
   */
  public static Factor of(Dataset data, boolean intercept, Workers workers) {
    int features = data.inputs() - (intercept ? 1 : 0);
    double[][] columns = data.factor().orElseGet(() -> eliminated(data, features, workers));
    return new Factor(columns, features, intercept);
  }

  private static double[][] eliminated(Dataset data, int features, Workers workers) {
    boolean oneTarget = data.outputs() == 1;
    int width = 1 + features + (oneTarget ? 1 : 0);
    int count = Math.max(1, Math.min(MOST_PARTS, data.rows() / (LEAST_SHARE * width)));
    List<Part> parts =
        IntStream.range(0, count)
            .mapToObj(i -> new Part(data, i, count, features, oneTarget))
            .toList();
    workers.run(parts);
    Elimination whole = new Elimination(parts.get(0).triangle());
    parts.stream().skip(1).map(Part::triangle).forEach(whole::addTriangle);
    return whole.triangle();
  }

  /** R, column after column: the constant, the features, and the target if there is only one. */
  public double[][] columns() {
    return columns.clone();
  }

  /** How many of the columns are features. */
  public int features() {
    return features;
  }

  /** Whether the last input is the constant 1. */
  public boolean intercept() {
    return intercept;
  }

  /**
   * As many rows as there are columns, of weight 1 and total weight 1, in place of all.
   *
   * @throws IllegalStateException if there is more than one target
   */
  public Dataset rows() {
    int rows = columns.length;
    if (rows != features + 2) {
      throw new IllegalStateException("there is more than one target");
    }
    double[] inputs = new double[rows * (features + (intercept ? 1 : 0))];
    int width = inputs.length / rows;
    Arrays.setAll(inputs, i -> input(i % width)[i / width]);
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    Matrix matrix = Matrix.uninitialised(rows, width);
    matrix.write(inputs);
    matrix.upload();
    Block block = new Block(matrix, columns[rows - 1].clone(), ones);
    return new BlockList(List.of(block), 1);
  }

  /** The weighted mean of (target - its mean)^2, where there is only one target. */
  public double targetVariance() {
    double[] target = columns[columns.length - 1];
    double sum = 0;
    for (int i = 1; i < target.length; i++) { // the first row holds the mean
      sum += target[i] * target[i];
    }
    return sum;
  }

  /** The column of an input; that of the intercept is the last one. */
  private double[] input(int index) {
    return columns[index < features ? 1 + index : 0];
  }

  /** Consecutive rows of a dataset that one thread eliminates. */
  private static final class Part implements Runnable {
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
    Part(Dataset data, int part, int parts, int features, boolean oneTarget) {
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
}
