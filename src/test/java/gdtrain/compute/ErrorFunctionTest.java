package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFunctionTest {
  /** Abramowitz and Stegun 1964, tables 7.1 and 7.3, and both sides of where ranges meet. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0.5, 0.4795001221869535",
    "1, 0.15729920705028513",
    "2, 0.004677734981047266",
    "3, 2.209049699858544e-05",
    "5, 1.5374597944280349e-12",
    "10, 2.088487583762545e-45",
    "26, 5.663192408856143e-296",
    "-0.5, 1.5204998778130465",
    "-2, 1.9953222650189527"
  })
  void hasTheTabulatedValues(double x, double expected) {
    assertEquals(expected, ErrorFunction.erfc(x), 4 * Math.ulp(expected));
  }

  @Test
  void agreesWithAContinuedFraction() {
    double[] points = new Random(3).doubles(2000, -6, 6).toArray();
    for (double x : points) {
      double expected = Erf.erfc(x);
      assertEquals(expected, ErrorFunction.erfc(x), 2e-13 * expected, "at " + x);
    }
  }

  @Test
  void hasNoStepAtZero() {
    assertEquals(1, ErrorFunction.erfc(0), 1e-15);
    assertEquals(ErrorFunction.erfc(1e-300), ErrorFunction.erfc(-1e-300), 1e-15);
  }

  @Test
  void endsAtItsLimits() {
    assertEquals(0, ErrorFunction.erfc(30));
    assertEquals(2, ErrorFunction.erfc(-30));
    assertEquals(2, ErrorFunction.erfc(-7));
    assertEquals(0, ErrorFunction.erfc(Double.POSITIVE_INFINITY));
    assertEquals(2, ErrorFunction.erfc(Double.NEGATIVE_INFINITY));
    assertTrue(Double.isNaN(ErrorFunction.erfc(Double.NaN)));
  }
}
