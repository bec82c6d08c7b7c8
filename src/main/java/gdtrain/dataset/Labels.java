package gdtrain.dataset;

/** Classes as targets: one output for two, else one for each. */
public final class Labels {
  private Labels() {}

  /** The class, from 0, of the row whose targets start at an index. */
  public static int of(double[] targets, int at, int outputs) {
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
