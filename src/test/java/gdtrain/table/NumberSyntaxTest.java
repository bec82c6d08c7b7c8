package gdtrain.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSyntaxTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-1.5",
        "+.5",
        "5.",
        "1e-3",
        "007",
        "0",
        "-0",
        "1E+2",
        ".5e1",
        "5.e1",
        "1e-999",
        "0e99999999999",
        "123456789012345678901234567890",
        "4.9e-324",
        "2.2250738585072012e-308"
      })
  void readsWhatAPersonWrites(String cell) {
    assertEquals(Double.parseDouble(cell), NumberSyntax.parse(cell));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "1d", "1f", "1L", "0x1p3", "0x10", "1_000", "1,000", "1 000", "1e", "1e+", "e5", ".",
        "+", "-", "--1", "+-1", "1.2.3", "1.e", ".e1", "NaN", "nan", "abc", "1a", "٣", "１", "½",
        "infinit", "in", "--inf", "1 ", " 1"
      })
  void takesAnythingElseForText(String cell) {
    assertTrue(Double.isNaN(NumberSyntax.parse(cell)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "+Inf", "INFINITY", "+infinity", "1e999", "1e99999999999"})
  void readsInfinityAndOverflowAsInfinite(String cell) {
    assertEquals(Double.POSITIVE_INFINITY, NumberSyntax.parse(cell));
    assertEquals(Double.NEGATIVE_INFINITY, NumberSyntax.parse("-" + cell.replaceFirst("^\\+", "")));
  }

  @Test
  void agreesWithTheJdkToTheLastBit() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      double usual = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
      if (Double.isFinite(any)) {
        assertEquals(any, NumberSyntax.parse(Double.toString(any)));
      }
      assertEquals(usual, NumberSyntax.parse(Double.toString(usual)));
      String digits = String.format(Locale.ROOT, "%.17f", usual);
      assertEquals(Double.parseDouble(digits), NumberSyntax.parse(digits));
    }
  }
}
