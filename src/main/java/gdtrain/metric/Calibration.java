package gdtrain.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities say what happens: rows whose probability lies in the same tenth, and the
 * share of them that are positive. A probability on the edge of two tenths belongs to the lower
 * one.
 */
public final class Calibration {
  private static final int BINS = 10;

  private final int[] rows = new int[BINS];
  private final double[] weights = new double[BINS];
  private final double[] probabilities = new double[BINS];
  private final double[] positives = new double[BINS];

  /**
   * The rows of a tenth.
   *
   * @param probability its mean
   * @param share of the rows that are positive
   */
  public record Bin(int rows, double probability, double share) {}

  /** Takes a row. */
  public void add(boolean positive, double probability, double weight) {
    int bin = 0;
    while (bin < BINS - 1 && probability > (bin + 1) / (double) BINS) {
      bin++;
    }
    rows[bin]++;
    weights[bin] += weight;
    probabilities[bin] += weight * probability;
    positives[bin] += positive ? weight : 0;
  }

  /** The tenths that have rows, from 0 to 1. */
  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (weights[i] > 0) {
        bins.add(new Bin(rows[i], probabilities[i] / weights[i], positives[i] / weights[i]));
      }
    }
    return bins;
  }
}
