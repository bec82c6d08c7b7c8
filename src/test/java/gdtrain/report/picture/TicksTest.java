package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.report.picture.Ticks.Tick;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {
  private static String labels(Scale scale, int most, boolean whole) {
    List<String> labels =
        Ticks.of(scale, most, whole).labelled().stream().map(Tick::label).toList();
    return String.join(" ", labels);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 6, 0 2 4 6 8 10",
    "0, 10, 3, 0 5 10",
    "-3, 3, 4, -2 0 2",
    "0.1, 0.35, 6, 0.1 0.15 0.2 0.25 0.3 0.35",
    "0, 1e-5, 6, 0 2e-6 4e-6 6e-6 8e-6 1e-5",
    "0, 3e7, 4, 0 1e7 2e7 3e7",
    "990000, 1010000, 3, 990000 1000000 1010000",
    "-1.7e308, 1.7e308, 3, -1e308 0 1e308",
    "0, 4.9e-324, 3, 0 2e-324 4e-324",
    "5, 5.000000001, 3, 5 5.0000000005 5.000000001",
  })
  void areRoundValues(double low, double high, int most, String expected) {
    assertEquals(expected, labels(new Scale(low, high, false), most, false));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 9, 0 1 2 3",
    "0, 1, 9, 0 1",
    "0, 113, 5, 0 50 100",
    "0, 1e6, 4, 0 500000 1000000"
  })
  void nothingStandsBetweenWholeNumbers(double low, double high, int most, String expected) {
    assertEquals(expected, labels(new Scale(low, high, false), most, true));
  }

  @ParameterizedTest
  @CsvSource({
    "0.09, 110, 6, 0.1 1 10 100",
    "1e-9, 10, 4, 1e-9 1e-6 1e-3 1",
    "1e-300, 1e300, 4, 1e-300 1 1e300",
    "1e-320, 1e308, 4, 1e-300 1 1e300",
    "2, 8, 6, 2 5",
    "0.8, 30, 6, 1 10",
    "3, 4, 4, 3 3.5 4",
    "3.1, 3.2, 3, 3.1 3.15 3.2",
    "1, 10, 4, 1 10",
  })
  void areRoundOnALogarithmicAxis(double low, double high, int most, String expected) {
    assertEquals(expected, labels(new Scale(low, high, true), most, false));
  }

  @Test
  void aLogarithmicAxisHasMinorTicks() {
    assertEquals(
        List.of(0.9, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 20.0),
        Ticks.of(new Scale(0.9, 20, true), 5, false).minor());
    assertEquals(
        List.of(1.0, 10.0, 100.0, 1000.0, 1e4, 1e5, 1e6),
        Ticks.of(new Scale(1, 1e6, true), 4, false).minor());
    assertEquals(List.of(), Ticks.of(new Scale(1e-30, 1e30, true), 4, false).minor());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void areFewAndWithinAndRise(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      double low = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      double high = low + random.nextDouble() * Math.pow(10, random.nextInt(40) - 20);
      boolean log = low > 0 && random.nextBoolean();
      if (high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
        continue;
      }
      Scale scale = new Scale(low, high, log);
      int most = 3 + random.nextInt(8);
      List<Tick> ticks = Ticks.of(scale, most, false).labelled();
      assertTrue(!ticks.isEmpty() && ticks.size() <= Math.max(most, 5), scale + " " + ticks);
      for (int j = 0; j < ticks.size(); j++) {
        double value = ticks.get(j).value();
        assertEquals(value, Double.parseDouble(ticks.get(j).label()), scale.toString());
        assertTrue(value >= low && value <= high, scale + " " + ticks);
        assertTrue(j == 0 || value > ticks.get(j - 1).value(), scale + " " + ticks);
      }
    }
  }
}
