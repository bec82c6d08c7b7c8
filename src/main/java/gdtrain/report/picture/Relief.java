package gdtrain.report.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How heights become tints and contours: {@code tint = ((height - low) / (high - low)) ^
 * (1/power)}, with the power at which half of the places are below the middle tint. Over a bowl
 * that is nearly 2, so that its contours are equally far apart.
 *
 * @param low the lowest height
 * @param high the highest
 * @param power from 1 to {@value #MOST_POWER}
 */
record Relief(double low, double high, double power) {
  private static final double MOST_POWER = 12;

  /** Digits of the levels of contours. */
  private static final MathContext DIGITS = new MathContext(2);

  /**
   * The relief of some heights.
   *
   * @param heights finite, one or more
   */
  static Relief of(double[] heights) {
    double[] sorted = heights.clone();
    Arrays.sort(sorted);
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double median = share(sorted[sorted.length / 2], low, high);
    double power = Math.log(median) / Math.log(0.5);
    return new Relief(low, high, power >= 1 ? Math.min(power, MOST_POWER) : 1); // NaN: flat
  }

  private static double share(double height, double low, double high) {
    return (height / 2 - low / 2) / (high / 2 - low / 2);
  }

  /** From 0 at the lowest to 1 at the highest. */
  double tint(double height) {
    return high > low ? Math.pow(Math.min(Math.max(share(height, low, high), 0), 1), 1 / power) : 0;
  }

  /** Heights of two digits whose tints are about equally far apart, low to high. */
  List<Double> levels(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToDouble(i -> Math.pow(i / (count + 1.0), power))
        .map(share -> (1 - share) * low + share * high)
        .map(level -> rounded(level, high - low))
        .filter(level -> level > low && level < high)
        .distinct()
        .boxed()
        .toList();
  }

  /** To two digits, or to as many as tell it from the lowest. */
  private double rounded(double level, double range) {
    double tiny = Math.abs(low) > 0 && level - low < Math.abs(low) ? level - low : level;
    if (!Double.isFinite(range) || tiny == 0) {
      return level;
    }
    int scale = BigDecimal.valueOf(tiny).round(DIGITS).scale();
    return BigDecimal.valueOf(level)
        .setScale(scale, java.math.RoundingMode.HALF_EVEN)
        .doubleValue();
  }
}
