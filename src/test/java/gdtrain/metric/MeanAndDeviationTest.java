package gdtrain.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeanAndDeviationTest {
  @Test
  void theDeviationHasTheDivisorOfOneLess() {
    MeanAndDeviation spread =
        MeanAndDeviation.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0)); // squares: 32

    assertEquals(5, spread.mean());
    assertEquals(Math.sqrt(32.0 / 7), spread.deviation());
  }

  @Test
  void nothingIsDefinedWhereAValueIsNot() {
    MeanAndDeviation spread = MeanAndDeviation.of(List.of(1.0, Double.NaN));

    assertTrue(Double.isNaN(spread.mean()) && Double.isNaN(spread.deviation()));
    assertTrue(Double.isNaN(MeanAndDeviation.of(List.of(3.0)).deviation()));
  }
}
