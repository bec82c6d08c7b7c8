package gdtrain.dataset;

/** The targets and weights of some consecutive rows, as their reader holds them. */
public final class TargetRows {
  private final double[] targets;
  private final double[] weights;
  private final int count;
  private final int outputs;

  /**
   * @param targets row after row
   * @param count how many rows; the arrays may be longer
   * @param outputs how many numbers a row's target has
   */
  TargetRows(double[] targets, double[] weights, int count, int outputs) {
    this.targets = targets;
    this.weights = weights;
    this.count = count;
    this.outputs = outputs;
  }

  /** The targets, row after row. */
  public double[] targets() {
    return targets;
  }

  /** The weight of each row. */
  public double[] weights() {
    return weights;
  }

  /** How many rows there are; the arrays may be longer. */
  public int count() {
    return count;
  }

  /** The class of a row, where the targets are classes: one output for two, else one each. */
  public int label(int row) {
    return Labels.of(targets, row * outputs, outputs);
  }
}
