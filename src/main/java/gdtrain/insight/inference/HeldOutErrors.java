package gdtrain.insight.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How far predictions for rows that were not learned from are from the truth, by which intervals of
 * further ones are as wide as must be: split-conformal prediction (Papadopoulos et al. 2002; Lei et
 * al. 2018, "Distribution-free predictive inference for regression").
 *
 * @param rows how many there are
 * @param residuals their sizes, sorted; of more than 1,000 rows every thousandth part of the ranks
 */
public record HeldOutErrors(int rows, List<Double> residuals) {
  private static final int MOST = 1000;

  /** What rounding leaves of a rank. */
  private static final double ROUNDING = 1e-9;

  /**
   * Copies the residuals.
   *
   * @throws IllegalArgumentException if they are not sorted, or not as many as rows ask for
   */
  public HeldOutErrors {
    residuals = List.copyOf(residuals);
    List<Double> sorted = residuals.stream().sorted().toList();
    if (residuals.size() != Math.min(rows, MOST) || !sorted.equals(residuals)) {
      throw new IllegalArgumentException(
          "%d sorted residuals of %d rows are wanted".formatted(Math.min(rows, MOST), rows));
    }
  }

  /** That of rows with these residuals. */
  public static HeldOutErrors of(DoubleStream residuals) {
    double[] sizes = residuals.map(Math::abs).sorted().toArray();
    List<Double> kept = new ArrayList<>();
    for (int i = 1; i <= Math.min(sizes.length, MOST); i++) {
      kept.add(sizes[rank(i, sizes.length) - 1]);
    }
    return new HeldOutErrors(sizes.length, kept);
  }

  /** The rank, from 1, of the i-th residual that is kept, from 1: the last one is always kept. */
  private static int rank(int i, int rows) {
    return rows <= MOST ? i : (int) (((long) i * rows + MOST - 1) / MOST);
  }

  /**
   * How far from the prediction the ends of an interval are: the smallest residual kept of rank
   * ceil((rows + 1) level) or more. A row that is like those of the calibration lies in it with at
   * least this probability.
   *
   * @return empty if there are too few rows for the level
   */
  public OptionalDouble reach(double level) {
    double wanted = Math.ceil((rows + 1) * level - ROUNDING);
    return IntStream.range(0, residuals.size())
        .filter(i -> rank(i + 1, rows) >= wanted)
        .mapToDouble(residuals::get)
        .findFirst();
  }

  /** Whether all residuals are numbers. */
  public boolean finite() {
    return residuals.stream().allMatch(Double::isFinite);
  }

  /** The highest level that there are rows enough for. */
  public double highest() {
    return rows / (rows + 1.0);
  }
}
