package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.report.picture.Series.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
  @Test
  void knowsItsFirstLowestAndLastValue() {
    Series series = Charts.series("loss", Double.NaN, 3, 1, Double.POSITIVE_INFINITY, 1, 2);

    assertEquals(new Point(1, 3), series.first());
    assertEquals(new Point(2, 1), series.lowest());
    assertEquals(new Point(5, 2), series.last());
    assertEquals(4, series.measured());
    assertEquals(1, series.notFinite());
    assertNull(Charts.series("loss", Double.NaN).first());
  }

  /** A million rows and more: every peak and every gap is still there, in order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void losesNoPeakHoweverLongItIs(long seed) {
    Random random = new Random(seed);
    int rows = 1_500_000;
    int peak = 1 + random.nextInt(rows - 1);
    int trough = 1 + random.nextInt(rows - 1);
    int gap = 1 + random.nextInt(rows - 1);
    Series series = new Series("loss");
    for (int i = 0; i < rows; i++) {
      double y = i == peak ? 9 : i == trough ? -9 : random.nextDouble();
      Charts.put(series, i, i == gap ? Double.POSITIVE_INFINITY : y);
    }

    assertTrue(series.size() <= Series.MOST, "" + series.size());
    assertTrue(series.size() > Series.MOST / 4, "" + series.size());
    boolean[] found = new boolean[3];
    for (int i = 0; i < series.size(); i++) {
      found[0] |= series.x(i) == peak && series.y(i) == 9;
      found[1] |= series.x(i) == trough && series.y(i) == -9;
      found[2] |= series.x(i) == gap && Double.isInfinite(series.y(i));
      assertTrue(i == 0 || series.x(i) > series.x(i - 1));
    }
    assertTrue(found[0] && found[1] && found[2]);
    assertEquals(0, series.x(0));
    assertEquals(4000, series.x(4000));
    assertEquals(rows - 1, series.x(series.size() - 1));
  }

  @Test
  void isThinnedAlsoWhereNothingIsMeasured() {
    Series series = new Series("loss");
    for (int i = 0; i < 3 * Series.MOST; i++) {
      Charts.put(series, i, i % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY);
    }

    assertTrue(series.size() <= Series.MOST);
    assertEquals(3L * Series.MOST / 2, series.notFinite());
  }

  @Test
  void spellsOutWhatATerminalWouldObey() {
    assertEquals("\\u001b[31mloss", new Series("\u001b[31mloss").name());
    assertEquals(100, new Series("x".repeat(5000)).name().length());
  }
}
