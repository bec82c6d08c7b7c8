package gdtrain.insight.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldOutErrorsTest {
  private static HeldOutErrors upTo(int rows) {
    return HeldOutErrors.of(IntStream.rangeClosed(1, rows).mapToDouble(i -> i % 2 == 0 ? i : -i));
  }

  @Test
  void theRankCountsTheRowThatIsPredictedToo() {
    assertEquals(OptionalDouble.of(9), upTo(9).reach(0.9)); // ceil(10 x 0.9)
    assertEquals(OptionalDouble.of(5), upTo(9).reach(0.5));
    assertEquals(OptionalDouble.of(7), upTo(9).reach(0.7)); // 10 x 0.7 is 7 but for rounding
    assertEquals(OptionalDouble.empty(), upTo(9).reach(0.91));
    assertEquals(0.9, upTo(9).highest());
    assertEquals(OptionalDouble.empty(), upTo(0).reach(0.1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1999, 12_345})
  void whatIsKeptOfManyRowsIsNeverTooNarrow(int rows) {
    HeldOutErrors kept = upTo(rows);
    assertEquals(1000, kept.residuals().size());
    for (double level = 0.001; level < kept.highest(); level += 0.0137) {
      double exact = Math.ceil((rows + 1) * level - 1e-9);
      double reach = kept.reach(level).orElseThrow();
      assertTrue(reach >= exact && reach <= exact + rows / 1000.0, level + ": " + reach);
    }
    assertEquals(OptionalDouble.of(rows), kept.reach(kept.highest()));
  }

  @Test
  void onlySortedResiduals() {
    assertThrows(IllegalArgumentException.class, () -> new HeldOutErrors(2, List.of(2.0, 1.0)));
    assertThrows(IllegalArgumentException.class, () -> new HeldOutErrors(3, List.of(1.0, 2.0)));
    assertTrue(!HeldOutErrors.of(DoubleStream.of(1, Double.POSITIVE_INFINITY)).finite());
  }
}
