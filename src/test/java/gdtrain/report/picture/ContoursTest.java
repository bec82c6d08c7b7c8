package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contours, the levels they stand for, and what of a line is seen. */
class ContoursTest {
  private static double[][] grid(int points, DoubleBinaryOperator height) {
    double[][] heights = new double[points][points];
    for (int i = 0; i < points; i++) {
      for (int j = 0; j < points; j++) {
        heights[i][j] = height.applyAsDouble(i, j);
      }
    }
    return heights;
  }

  /** Around a bowl they are circles, closed, as long as their radius says. */
  @ParameterizedTest
  @CsvSource({"5", "9.5", "17.25"})
  void aroundABowlTheyAreCircles(double radius) {
    double[][] bowl = grid(41, (x, y) -> Math.hypot(x - 20, y - 20));
    List<double[]> lines = Contours.of(bowl, radius);

    assertEquals(1, lines.size());
    double[] circle = lines.get(0);
    assertArrayEquals(
        new double[] {circle[0], circle[1]},
        new double[] {circle[circle.length - 2], circle[circle.length - 1]});
    double length = 0;
    for (int i = 0; i < circle.length; i += 2) {
      assertEquals(radius, Math.hypot(circle[i] - 20, circle[i + 1] - 20), 0.03);
      length += i == 0 ? 0 : Math.hypot(circle[i] - circle[i - 2], circle[i + 1] - circle[i - 1]);
    }
    assertEquals(2 * Math.PI * radius, length, 0.02 * length);
  }

  @Test
  void onASlopeThereIsOneFromEdgeToEdge() {
    List<double[]> lines = Contours.of(grid(5, (x, y) -> x), 1.5);

    assertEquals(1, lines.size());
    assertEquals(10, lines.get(0).length);
    for (int i = 0; i < 10; i += 2) {
      assertEquals(1.5, lines.get(0)[i], 1e-15);
    }
    assertEquals(4, Math.abs(lines.get(0)[1] - lines.get(0)[9]), 1e-15);
  }

  /** Where all edges of a square are crossed, the mean of its corners joins the higher or lower. */
  @ParameterizedTest
  @CsvSource({"0.4,1", "0.6,-1"})
  void atASaddleTheMeanTellsWhichGoTogether(double level, int side) {
    List<double[]> lines = Contours.of(new double[][] {{1, 0}, {0, 1}}, level);

    assertEquals(2, lines.size());
    for (double[] line : lines) {
      double along = (line[2] - line[0]) * (line[3] - line[1]);
      assertTrue(along * side > 0, "a line cuts off the corners that are on the other side");
    }
  }

  @Test
  void nothingIsDrawnWhereAHeightIsNoNumber() {
    double[][] cliff = grid(5, (x, y) -> x == 2 && y == 2 ? Double.NaN : x);

    assertEquals(2, Contours.of(cliff, 1.5).size());
    assertEquals(0, Contours.of(grid(3, (x, y) -> Double.POSITIVE_INFINITY), 1).size());
    assertEquals(0, Contours.of(grid(3, (x, y) -> 1), 2).size());
  }

  /** Over a bowl the levels grow as squares, so that circles are equally far apart. */
  @Test
  void levelsOfABowlAreEquallyFarApart() {
    double[] heights = new double[10_000];
    for (int i = 0; i < heights.length; i++) {
      double x = i % 100 / 49.5 - 1;
      heights[i] = 3 + 100 * x * x;
    }
    Relief relief = Relief.of(heights);
    List<Double> levels = relief.levels(9);

    assertEquals(9, levels.size());
    for (int i = 0; i < 9; i++) {
      assertEquals((i + 1) / 10.0, Math.sqrt((levels.get(i) - 3) / 100), 0.03);
    }
    assertEquals(0, relief.tint(3), 1e-3);
    assertEquals(1, relief.tint(1e9));
    assertEquals(0.5, relief.tint(28), 0.03);
  }

  @ParameterizedTest
  @CsvSource({"5,5", "1e308,-1e308", "1e-300,2e-300", "1000000,1000000.5"})
  void levelsLieBetweenTheHeightsWhateverTheirSize(double low, double high) {
    Relief relief = Relief.of(new double[] {low, high, low / 2 + high / 2, low});
    List<Double> levels = relief.levels(9);

    assertTrue(low == high ? levels.isEmpty() : levels.size() > 3, levels.toString());
    double least = Math.min(low, high);
    double most = Math.max(low, high);
    assertTrue(levels.stream().allMatch(level -> level > least && level < most));
  }

  @ParameterizedTest
  @CsvSource({
    "-5,5,15,5, 0:5:10:5",
    "5,5,5,25, 5:5:5:10",
    "-5,-5,15,15, 0:0:10:10",
    "1,1,2,2, 1:1:2:2",
    "-1,0,-1,10, ''",
    "20,20,30,0, ''",
    "-5,6,6,-5, 0:1:1:0",
    "5,5,NaN,5, ''",
    "5,5,Infinity,5, ''"
  })
  void aLineIsSeenWithinItsFrame(double x1, double y1, double x2, double y2, String seen) {
    List<double[]> parts =
        Clip.lines(
            List.of(new double[] {x1, y1}, new double[] {x2, y2}),
            new Rectangle2D.Double(0, 0, 10, 10));

    String text = "";
    for (double[] part : parts) {
      for (double number : part) {
        text += (text.isEmpty() ? "" : ":") + Math.round(number);
      }
    }
    assertEquals(seen, text);
  }

  /** A line that leaves and comes back is two. */
  @Test
  void aLineIsBrokenWhereItLeavesTheFrame() {
    List<double[]> points =
        List.of(
            new double[] {1, 1},
            new double[] {2, 2},
            new double[] {20, 2},
            new double[] {20, 3},
            new double[] {3, 3});
    List<double[]> parts = Clip.lines(points, new Rectangle2D.Double(0, 0, 10, 10));

    assertEquals(2, parts.size());
    assertArrayEquals(new double[] {1, 1, 2, 2, 10, 2}, parts.get(0), 1e-12);
    assertArrayEquals(new double[] {10, 3, 3, 3}, parts.get(1), 1e-12);
  }
}
