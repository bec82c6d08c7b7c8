package gdtrain.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RawFactorTest {
  private static final int ROWS = 300;

  /** Of the constant and four columns, in which the deviations are from 0.2 to 1,000. */
  private static final double[] ORIGIN = {0, 5, -2e6, 0.25, 1e9};

  private static final double[] CENTERS = {5.5, -2e6 + 3, 0, 1e9 - 20};
  private static final double[] SCALES = {0.5, -100, 3, 7};

  private static double[][] columns() {
    Random random = new Random(4);
    double[][] columns = new double[ORIGIN.length][ROWS];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < ROWS; i++) {
        double off = Math.scalb(Math.rint(random.nextGaussian() * 1000), 3 * j - 12);
        columns[j][i] = j == 0 ? 1 : ORIGIN[j] + off;
      }
    }
    return columns;
  }

  private static double[][] triangle(double[][] columns, double[] origin) {
    Elimination elimination = new Elimination(columns.length);
    elimination.add(columns, origin, ROWS);
    return elimination.triangle();
  }

  static int[][] choices() {
    return new int[][] {{0, 1, 2, 3}, {3, 0, 2, 1}, {1, 2}, {3}, {}};
  }

  @ParameterizedTest
  @MethodSource("choices")
  void someColumnsInTheirUnitsAreWhatEliminatingThemGives(int[] chosen) {
    double[][] scaled = new double[1 + chosen.length][];
    scaled[0] = columns()[0];
    for (int j = 0; j < chosen.length; j++) {
      int of = chosen[j];
      double[] column = columns()[1 + of];
      scaled[1 + j] = Arrays.stream(column).map(x -> (x - CENTERS[of]) / SCALES[of]).toArray();
    }

    RawFactor factor = new RawFactor(triangle(columns(), ORIGIN), ORIGIN).of(chosen);
    double[][] actual =
        factor.scaled(
            Arrays.stream(chosen).mapToDouble(j -> CENTERS[j]).toArray(),
            Arrays.stream(chosen).mapToDouble(j -> SCALES[j]).toArray());

    assertSameButForSigns(triangle(scaled, new double[scaled.length]), actual);
  }

  /** The row of an R may be turned round. */
  private static void assertSameButForSigns(double[][] expected, double[][] actual) {
    assertEquals(expected.length, actual.length);
    for (int j = 0; j < expected.length; j++) {
      double length = Math.sqrt(Arrays.stream(expected[j]).map(x -> x * x).sum());
      double[] turned = actual[j].clone();
      for (int i = 0; i < turned.length; i++) {
        turned[i] *= expected[i][i] * actual[i][i] < 0 ? -1 : 1;
      }
      assertArrayEquals(expected[j], turned, 1e-12 * length, "column " + j);
    }
  }
}
