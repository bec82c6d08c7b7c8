package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.Outline.Frame;
import gdtrain.report.picture.Outline.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {
  private static Outline outline(Series series, int width) {
    return Outline.of(series, new Frame(Charts.chart(series), 0, 0, width, 100));
  }

  /** The points, an arrow before each that a line leads to. */
  private static String shape(Series series, int width) {
    List<String> points = new ArrayList<>();
    for (Vertex vertex : outline(series, width).vertices()) {
      points.add((vertex.starts() ? "" : ">") + vertex.point());
    }
    return String.join(" ", points);
  }

  @ParameterizedTest
  @CsvSource({
    "1 2 3 4, 0 >1 >2 >3",
    "1 _ 3 4, 0 2 >3",
    "_ 1 2 _, 1 >2",
    "1 i 3 i i 6, 0 2 5",
    "1 _ _ _ 5, 0 >4", // measured now and then
    "1 _ i _ _ 5, 0 5", // but not over what was no number
    "_ _, ''",
  })
  void isBrokenWhereNothingWasMeasured(String values, String expected) {
    double[] ys =
        List.of(values.split(" ")).stream()
            .mapToDouble(
                word ->
                    switch (word) {
                      case "_" -> Double.NaN;
                      case "i" -> Double.POSITIVE_INFINITY;
                      default -> Double.parseDouble(word);
                    })
            .toArray();

    assertEquals(expected, shape(Charts.series("loss", ys), 100));
  }

  @Test
  void keepsFirstLowestHighestAndLastOfAColumn() {
    Series series = Charts.series("loss", 5, 6, 1, 3, 9, 4, 5, 5, 5, 5, 5);

    assertEquals("0 >2 >4 >9 >10", shape(series, 1)); // the last is in a column of its own
  }

  /** A column of the picture has the same pixels as if all points were joined. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyColumnKeepsItsExtremes(long seed) {
    Random random = new Random(seed);
    double[] ys = random.doubles(20_000).toArray();
    ys[random.nextInt(ys.length)] = 7;
    Series series = Charts.series("loss", ys);
    Outline outline = outline(series, 80);

    assertTrue(outline.vertices().size() <= 4 * 81, "" + outline.vertices().size());
    double[] low = new double[81];
    double[] high = new double[81];
    Frame frame = new Frame(Charts.chart(series), 0, 0, 80, 100);
    for (Vertex vertex : outline.vertices()) {
      int column = (int) vertex.x();
      low[column] = Math.max(low[column], vertex.y());
      high[column] = Math.max(high[column], 100 - vertex.y());
    }
    for (int i = 0; i < ys.length; i++) {
      int column = (int) frame.x(i);
      assertTrue(frame.y(ys[i]) <= low[column] && 100 - frame.y(ys[i]) <= high[column], "" + i);
    }
  }

  @Test
  void marksWhatIsNoFiniteNumberOnceAColumn() {
    double inf = Double.POSITIVE_INFINITY;
    Series series = Charts.series("loss", 1, inf, inf, inf, 1, 1, 1, inf, 1, 1, 1);

    assertEquals(List.of(1.0, 2.0, 3.0, 7.0), outline(series, 10).marks());
    assertEquals(2, outline(series, 2).marks().size());
  }

  @Test
  void leavesOutWhatALogarithmicAxisCannotShow() {
    Series series = Charts.series("loss", 9, 5, 2);
    Frame frame = new Frame(Charts.chart(LogAxes.X, series), 0, 0, 10, 10);

    assertEquals(2, Outline.of(series, frame).vertices().size());
  }
}
