package gdtrain.dataset;

/** Consecutive rows as plain numbers. Their reader may write over them. */
public final class PlainRows {
  private final double[] inputs;
  private final double[] targets;
  private final double[] weights;
  private final double[] offsets;

  /** The rows of these arrays, which are not copied. */
  PlainRows(double[] inputs, double[] targets, double[] weights, double[] offsets) {
    this.inputs = inputs;
    this.targets = targets;
    this.weights = weights;
    this.offsets = offsets;
  }

  /** Rows of zeros. */
  public PlainRows(int count, int inputs, int outputs, boolean offset) {
    this(
        new double[count * inputs],
        new double[count * outputs],
        new double[count],
        new double[offset ? count : 0]);
  }

  /** How many rows there are. */
  public int count() {
    return weights.length;
  }

  /** The inputs, row after row. */
  public double[] inputs() {
    return inputs;
  }

  /** The targets, row after row. */
  public double[] targets() {
    return targets;
  }

  /** The weight of each row. */
  public double[] weights() {
    return weights;
  }

  /** What each row's raw output has added to it; empty where that is nothing. */
  public double[] offsets() {
    return offsets;
  }

  /** The class of a row, where the targets are classes: one output for two, else one each. */
  public int label(int row) {
    int outputs = targets.length / weights.length;
    return label(targets, row * outputs, outputs);
  }

  /** The class, from 0, of the row whose targets start at an index: one output for two classes. */
  public static int label(double[] targets, int at, int outputs) {
    if (outputs == 1) {
      return (int) targets[at];
    }
    int label = 0;
    while (targets[at + label] == 0) {
      label++;
    }
    return label;
  }
}
