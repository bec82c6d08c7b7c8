package gdtrain.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EliminationTest {
  /** Rounding adds up from stack to stack, and must not hide what depends on what. */
  @Test
  void aSumOfOtherColumnsIsStillToldAfterMillionsOfRows() {
    Random random = new Random(1);
    Elimination elimination = new Elimination(4);
    for (int i = 0; i < 3_000_000; i++) {
      double number = 1000 + random.nextGaussian();
      double level = i % 3 == 0 ? 1 : 0;
      elimination.add(new double[] {1, number, level, 2 * number - 3 * level + 0.1}, 0.001);
    }

    double[][] r = elimination.triangle();

    assertEquals(0, r[3][3], 1e-12 * length(r[3]));
    assertTrue(Math.abs(r[2][2]) > 0.1 * length(r[2]));
    assertTrue(Math.abs(r[1][1]) > 0.5e-3 * length(r[1]));
  }

  private static double length(double[] column) {
    return Math.sqrt(Arrays.stream(column).map(x -> x * x).sum());
  }

  @Test
  void numbersWhoseSquaresOverflowOrVanishAreKept() {
    Elimination elimination = new Elimination(2);
    elimination.add(new double[] {3e200, 1e-200}, 1);
    elimination.add(new double[] {4e200, 1e-200}, 1);

    double[][] r = elimination.triangle();

    assertEquals(5e200, Math.abs(r[0][0]), 1e185);
    assertEquals(1.4e-200, Math.abs(r[1][0]), 1e-215);
    assertEquals(0.2e-200, Math.abs(r[1][1]), 1e-215);
  }

  @Test
  void whatIsNoNumberIsNotHidden() {
    Elimination elimination = new Elimination(2);
    elimination.add(new double[] {1, 2}, 1);
    elimination.add(new double[] {Double.NaN, 2}, 1);

    assertTrue(Double.isNaN(elimination.triangle()[0][0]));
  }
}
