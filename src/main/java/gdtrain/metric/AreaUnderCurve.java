package gdtrain.metric;

import java.util.Arrays;

/**
 * The area under the receiver operating characteristic: the probability that a random positive row
 * scores above a random negative one, ties counting half. It keeps 8 bytes for every row, 16 where
 * weights differ from 1, and sorts them at the end.
 */
final class AreaUnderCurve {
  /** Scores of negatives from the start of the array, of positives from its end. */
  private final double[] scores;

  /** Weights in the order of the scores; null while all are 1. */
  private double[] weights;

  private int negatives;
  private int positives;

  /**
   * @param rows how many will be taken
   */
  AreaUnderCurve(int rows) {
    this.scores = new double[rows];
  }

  void add(boolean positive, double score, double weight) {
    int index = positive ? scores.length - ++positives : negatives++;
    scores[index] = score;
    if (weight != 1 && weights == null) {
      weights = new double[scores.length];
      Arrays.fill(weights, 1);
    }
    if (weights != null) {
      weights[index] = weight;
    }
  }

  /** The area; NaN where there are no positives or no negatives. */
  double value() {
    int first = scores.length - positives;
    sort(0, negatives);
    sort(first, scores.length);
    double below = 0;
    double above = 0;
    double area = 0;
    int low = 0;
    for (int i = first; i < scores.length; ) {
      double score = scores[i];
      for (; low < negatives && scores[low] < score; low++) {
        below += weight(low);
      }
      double tiedBelow = 0;
      for (; low < negatives && scores[low] == score; low++) {
        tiedBelow += weight(low);
      }
      double tied = 0;
      do {
        tied += weight(i++);
      } while (i < scores.length && scores[i] == score);
      area += tied * (below + tiedBelow / 2);
      below += tiedBelow;
      above += tied;
    }
    for (; low < negatives; low++) {
      below += weight(low);
    }
    return area / (below * above);
  }

  private double weight(int index) {
    return weights == null ? 1 : weights[index];
  }

  private void sort(int from, int to) {
    if (weights == null) {
      Arrays.sort(scores, from, to);
      return;
    }
    double[] ownScores = Arrays.copyOfRange(scores, from, to);
    double[] ownWeights = Arrays.copyOfRange(weights, from, to);
    int[] order = RadixSort.ascending(ownScores);
    for (int i = 0; i < order.length; i++) {
      scores[from + i] = ownScores[order[i]];
      weights[from + i] = ownWeights[order[i]];
    }
  }
}
