package gdtrain.metric;

/**
 * Scores of two classes, sorted once, so that areas can be had for one set of weights after the
 * other. Rows that weigh nothing are as good as absent.
 */
final class RankedScores {
  private final double[] scores;
  private final boolean[] positive;
  private final int[] order; // from the lowest score

  RankedScores(double[] scores, boolean[] positive) {
    this.scores = scores;
    this.positive = positive;
    this.order = RadixSort.ascending(scores);
  }

  /** The area that {@link AreaUnderCurve} has. */
  double area(double[] weights) {
    return walk(weights)[0];
  }

  /** The area that {@link OperatingPoints#averagePrecision} has; NaN where there is no positive. */
  double averagePrecision(double[] weights) {
    return walk(weights)[1];
  }

  /** Both, from the highest score to the lowest, rows with the same score in one step. */
  private double[] walk(double[] weights) {
    double[] called = new double[2];
    double above = 0;
    double precisions = 0;
    for (int i = order.length - 1; i >= 0; ) {
      double score = scores[order[i]];
      double[] tied = new double[2];
      for (; i >= 0 && scores[order[i]] == score; i--) {
        tied[positive[order[i]] ? 1 : 0] += weights[order[i]];
      }
      above += tied[0] * (called[1] + tied[1] / 2);
      called[0] += tied[0];
      called[1] += tied[1];
      precisions += tied[1] == 0 ? 0 : tied[1] * called[1] / (called[0] + called[1]);
    }
    return new double[] {above / (called[0] * called[1]), precisions / called[1]};
  }
}
