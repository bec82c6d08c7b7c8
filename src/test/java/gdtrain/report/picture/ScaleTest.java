package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.report.picture.Chart.LogAxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  @ParameterizedTest
  @CsvSource({
    "0, 10, false, 2.5, 0.25",
    "-4, 4, false, 0, 0.5",
    "1, 1000, true, 10, 0.3333333333333333",
    "1e-300, 1e300, true, 1, 0.5",
    "-1.7e308, 1.7e308, false, 0, 0.5",
    "-1.7e308, 1.7e308, false, 1.7e308, 1",
  })
  void tellsWhereAValueIs(double low, double high, boolean log, double value, double position) {
    assertEquals(position, new Scale(low, high, log).position(value), 1e-12);
  }

  /** y values; then whether the axis is logarithmic, and its ends as far as they are known. */
  @ParameterizedTest
  @CsvSource({
    "1, 99, false",
    "1, 100, true",
    "1e-300, 1e300, true",
    "0, 1000, false",
    "-1, 1000, false",
    "7, 7, false",
  })
  void isLogarithmicWhereALossSpansTwoDecades(double one, double other, boolean log) {
    Chart chart = Charts.chart(Charts.series("loss", one, other));

    assertEquals(log, chart.y().logarithmic());
    for (double y : new double[] {one, other}) {
      double position = chart.y().position(y);
      assertTrue(position >= 0 && position <= 1, chart.y() + " " + position);
    }
  }

  @Test
  void axesAreAsTheyAreAskedFor() {
    Series series = Charts.series("loss", 3, 2000, 1);

    assertFalse(Charts.chart(LogAxes.NONE, series).y().logarithmic());
    assertTrue(Charts.chart(LogAxes.Y, series).y().logarithmic());
    assertFalse(Charts.chart(LogAxes.Y, series).x().logarithmic());
    Chart both = Charts.chart(LogAxes.XY, series);
    assertTrue(both.x().logarithmic() && both.y().logarithmic());
    assertEquals(1, both.x().low()); // 0 has no place on it
    assertFalse(Charts.chart(LogAxes.Y, Charts.series("l", 1, -1)).y().logarithmic());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, -1, 1",
    "5, 5, 4.5, 5.5",
    "-5, -5, -5.5, -4.5",
    "1, 3, 0, 3.08",
    "10, 11, 9.96, 11.04",
    "-1, 1, -1.08, 1.08"
  })
  void aLinearAxisHasRoomAndStartsAtANearZero(double a, double b, double low, double high) {
    Scale scale = Charts.chart(Charts.series("loss", a, b)).y();

    assertEquals(low, scale.low(), 1e-9);
    assertEquals(high, scale.high(), 1e-9);
  }

  @Test
  void aSingleEpochIsInTheMiddle() {
    Chart linear = Charts.chart(Charts.series("loss", 5));
    assertEquals(0.5, linear.x().position(0));

    Series later = new Series("loss");
    later.add(8, 1);
    Chart logarithmic = Charts.chart(LogAxes.X, later);
    double position = logarithmic.x().position(8);
    assertTrue(position > 0.2 && position < 0.8, "" + position);
  }

  @Test
  void thereIsAScaleWhereThereIsNoValue() {
    Chart chart = Charts.chart(LogAxes.XY, Charts.series("loss", Double.NaN));

    assertTrue(chart.y().low() < chart.y().high());
    assertTrue(chart.x().low() < chart.x().high());
  }
}
