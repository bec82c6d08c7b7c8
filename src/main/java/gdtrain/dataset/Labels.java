package gdtrain.dataset;

/** Classes as targets: one output for two, else one for each. */
final class Labels {
  private Labels() {}

  /** The class of the row whose targets start at an index. */
  static int of(double[] targets, int at, int outputs) {
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
