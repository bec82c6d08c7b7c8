package gdtrain;

import gdtrain.dataset.Dataset;
import java.util.Arrays;
import java.util.Random;

/** Random rows that suit a loss: numbers, 0 or 1, or one of the classes. */
public final class Sample {
  /** The numbers of every row. */
  public final double[][] x;

  /** The targets of every row. */
  public final double[][] targets;

  /** The weight of every row. */
  public final double[] weights;

  private Sample(double[][] x, double[][] targets, double[] weights) {
    this.x = x;
    this.targets = targets;
    this.weights = weights;
  }

  /** Draws rows; the weight of the last but one is 0. */
  public static Sample of(Plain plain, int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[][] x = Data.normal(rows, columns, random);
    double[][] targets = Data.normal(rows, plain.outputs(), random);
    if (plain == Plain.BINARY) {
      Arrays.setAll(targets, i -> new double[] {random.nextInt(2)});
    }
    if (plain == Plain.SOFTMAX) {
      Arrays.setAll(targets, i -> oneHot(random.nextInt(plain.outputs()), plain.outputs()));
    }
    double[] weights = random.doubles(rows, 0, 3).toArray();
    weights[rows - 2] = 0;
    return new Sample(x, targets, weights);
  }

  private static double[] oneHot(int index, int length) {
    double[] target = new double[length];
    target[index] = 1;
    return target;
  }

  /** The same rows in another order; a row may come more than once, or not at all. */
  public Sample select(int... rows) {
    return new Sample(
        Arrays.stream(rows).mapToObj(i -> x[i]).toArray(double[][]::new),
        Arrays.stream(rows).mapToObj(i -> targets[i]).toArray(double[][]::new),
        Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray());
  }

  /** The same rows, weighted anew. */
  public Sample weighted(double... newWeights) {
    return new Sample(x, targets, newWeights);
  }

  /** The rows as arrays. */
  public Dataset dataset(int blockRows) {
    return Data.dataset(x, targets, weights, blockRows);
  }
}
