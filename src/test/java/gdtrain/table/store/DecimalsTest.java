package gdtrain.table.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  private static final int LARGEST = (1 << 27) - 1;

  @Test
  void everyDecimalOfEightDigitsHasACodeOfItsOwn() {
    Random random = new Random(1);
    int near = 0;
    for (int i = 0; i < 1_000_000; i++) {
      int digits = random.nextInt(1, 100_000_000) * (random.nextBoolean() ? 1 : -1);
      double number = BigDecimal.valueOf(digits, random.nextInt(16)).doubleValue();
      near = Decimals.code(number, near);
      assertNotEquals(Decimals.NONE, near, () -> "no code for " + number);
      assertEquals(number, Decimals.number(near));
    }
  }

  @Test
  void numbersAsPrintfWritesThemHaveCodes() {
    Random random = new Random(2);
    int near = 0;
    for (int i = 0; i < 100_000; i++) {
      String text = String.format(Locale.ROOT, "%.7g", 10 * random.nextGaussian());
      double number = Double.parseDouble(text);
      near = Decimals.code(number, near);
      assertEquals(number, Decimals.number(near), text);
    }
  }

  @Test
  void theCodeNearbyChangesNoNumber() {
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      double number = random.nextInt(1_000_000) / 1000.0;
      int near = Decimals.code(random.nextInt(1000) / 1e5, 0);
      assertEquals(number, Decimals.number(Decimals.code(number, near)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -0.0,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        1e-16,
        LARGEST + 1,
        -LARGEST - 1,
        Math.PI,
        1.0 / 3
      })
  void othersHaveNone(double number) {
    assertEquals(Decimals.NONE, Decimals.code(number, 0));
  }

  @Test
  void theOutermostAndMissingCellsHaveCodes() {
    for (double number : new double[] {0, LARGEST, -LARGEST, 1e-15, LARGEST * 1e-15, Double.NaN}) {
      int code = Decimals.code(number, 0);
      assertTrue(code != Decimals.NONE);
      assertEquals(number, Decimals.number(code));
    }
  }
}
