package gdtrain.table.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside the definition in decimals of 40 digits. */
class RunningStatisticsTest {
  private static final MathContext DIGITS = new MathContext(40);

  private static Statistics tallied(double[] values, double[] weights, int piece) {
    RunningStatistics tally = new RunningStatistics();
    for (int from = 0; from < values.length; from += piece) {
      int to = Math.min(from + piece, values.length);
      tally.add(
          Arrays.copyOfRange(values, from, to), Arrays.copyOfRange(weights, from, to), to - from);
    }
    return tally.statistics();
  }

  private static BigDecimal mean(double[] values, double[] weights) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      BigDecimal weight = new BigDecimal(weights[i]);
      sum = sum.add(weight.multiply(new BigDecimal(values[i])));
      total = total.add(weight);
    }
    return sum.divide(total, DIGITS);
  }

  private static double deviation(double[] values, double[] weights) {
    BigDecimal mean = mean(values, weights);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      BigDecimal weight = new BigDecimal(weights[i]);
      BigDecimal difference = new BigDecimal(values[i]).subtract(mean);
      sum = sum.add(weight.multiply(difference.multiply(difference)));
      total = total.add(weight);
    }
    return sum.divide(total, DIGITS).sqrt(DIGITS).doubleValue();
  }

  /** The last two: values that lie far from 0, and a first piece that is unlike the others. */
  @ParameterizedTest
  @CsvSource({"0, 1, 0", "10, 1, 0", "1e9, 1, 0", "1e12, 0.001, 0", "0, 1, 1e6", "1e9, 1, -1e9"})
  void isRightToTheLastDigits(double center, double deviation, double firstHigher) {
    Random random = new Random(1);
    double[] values = new double[20_000];
    double[] ones = new double[values.length];
    double[] weights = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = center + deviation * random.nextGaussian() + (i < 512 ? firstHigher : 0);
      ones[i] = 1;
      weights[i] = random.nextInt(4);
    }
    for (double[] of : new double[][] {ones, weights}) {
      double mean = mean(values, of).doubleValue();
      double expected = deviation(values, of);
      for (int piece : new int[] {512, 2048, 20_000}) {
        Statistics statistics = tallied(values, of, piece);

        assertEquals(mean, statistics.mean(), 2 * Math.ulp(mean) + 1e-15 * expected);
        assertEquals(expected, statistics.deviation(), 1e-12 * expected, "pieces of " + piece);
      }
    }
  }

  @Test
  void valuesThatAreMissingAreAtTheMeanAndThoseOfWeight0AreNotThere() {
    double[] values = {Double.NaN, 1, 3, Double.NaN, 1000, -5};
    double[] weights = {1, 1, 1, 2, 0, 0};
    for (int piece = 1; piece <= values.length; piece++) {
      Statistics statistics = tallied(values, weights, piece);

      assertEquals(new Statistics(2, 2, Math.sqrt(2.0 / 5), 1, 3), statistics);
      assertTrue(statistics.varies());
    }
  }

  @Test
  void withoutAValueThereIsNothingThatVaries() {
    Statistics none = tallied(new double[] {Double.NaN, 4}, new double[] {1, 0}, 2);

    assertEquals(0, none.count());
    assertFalse(none.varies());
    assertFalse(new RunningStatistics().statistics().varies());
  }
}
