package gdtrain.dataset;

/** Consecutive rows as plain numbers, as their reader holds them. */
public final class PlainRows {
  private final int count;
  private final int outputs;
  private final double[] inputs;
  private final double[] targets;
  private final double[] weights;

  /** Room for so many rows. */
  PlainRows(int count, int inputs, int outputs) {
    this.count = count;
    this.outputs = outputs;
    this.inputs = new double[count * inputs];
    this.targets = new double[count * outputs];
    this.weights = new double[count];
  }

  /** How many rows there are. */
  public int count() {
    return count;
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

  /** The class of a row, where the targets are classes: one output for two, else one each. */
  public int label(int row) {
    return Labels.of(targets, row * outputs, outputs);
  }
}
